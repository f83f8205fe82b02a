import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';

/** All that is published. Whatever else turns up is there by mistake. */
const ALLOWED = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^dist\/[\w-]+(\.classic)?\.js$/,
  /^dist\/(chunks|adapters|server)\/[\w.-]+\.js$/,
  /^dist\/([\w-]+\/)?[\w.-]+\.js\.map$/,
  /^dist\/(schema|custom-elements|html-data|web-types)\.json$/,
  /^dist\/themes\/[\w-]+\.css$/,
  /^dist\/types\/[\w./-]+\.d\.ts$/,
];

/** These run where the package is installed, or when it is packed, without being asked for. */
const HOOKS = /^(pre|post)?(install|prepare|pack|publish|publishOnly|uninstall|dependencies)$/;

test('npm packs what is on the list, and nothing else', () => {
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path))),
    [],
  );
  for (const wanted of ['dist/shoppable-video.js', 'dist/web-types.json', 'dist/types/react.d.ts', 'LICENSE'])
    assert.ok(paths.includes(wanted), wanted);
});

test('nothing runs when it is installed', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  assert.deepEqual(
    Object.keys(scripts).filter((name) => HOOKS.test(name)),
    [],
  );
});

test('a beacon names the version that is packed', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const file of ['src/beacon/encoders/native.ts', 'src/purchase.ts'])
    assert.match(readFileSync(file, 'utf8'), new RegExp(`'shoppable-video/${version}'`));
});
