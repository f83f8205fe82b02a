import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

/** An empty project that has the package as it is published, and nothing that the package does not bring. */
let project = '';
const home = () => join(project, 'node_modules/shoppable-video');

before(() => {
  project = mkdtempSync(join(tmpdir(), 'shoppable-video-packed-'));
  mkdirSync(home(), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { encoding: 'utf8' });
  execFileSync('tar', ['-xzf', join(project, packed.trim().split('\n').at(-1)!), '-C', home(), '--strip-components=1']);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  // npm brings these with it; the optional peers it does not.
  const { dependencies } = JSON.parse(readFileSync(join(home(), 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(project, 'node_modules', name));
});
after(() => rmSync(project, { recursive: true, force: true }));

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: project, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const shoppable = (...args: string[]) => {
  const { bin } = JSON.parse(readFileSync(join(home(), 'package.json'), 'utf8'));
  return run(join(home(), bin['shoppable-video']), ...args);
};

const MANIFEST = join(process.cwd(), 'demo/media/coffee/manifest.json');

test('every command but the server runs without the packages that only the server needs', () => {
  const linted = shoppable('lint', '--quiet', MANIFEST);
  assert.deepEqual([linted.status, linted.stderr], [0, '']);

  writeFileSync(
    join(project, 'feed.xml'),
    '<rss><item><id>a</id><title>A</title><link>/a</link><price>1 EUR</price></item></rss>',
  );
  const imported = shoppable('import', 'google-merchant', 'feed.xml', '--media', 'a.mp4', '--title', 'A');
  assert.deepEqual([imported.status, imported.stderr], [0, '']);
  assert.equal(JSON.parse(imported.stdout).products[0].price.minor, 100);

  const fallback = shoppable('fallback', MANIFEST, '--manifest-url', 'https://shop.test/m.json');
  assert.equal(fallback.status, 0);
  assert.match(fallback.stdout, /<shoppable-video/);

  assert.equal(shoppable('sign', '--new-key', 'key.pem').status, 0);
  writeFileSync(join(project, 'm.json'), readFileSync(MANIFEST));
  assert.equal(shoppable('sign', '--key', 'key.pem', 'm.json').status, 0);
  const verified = shoppable('sign', '--verify', '--key', 'key.pem', 'm.json');
  assert.deepEqual([verified.status, verified.stderr], [0, ''], 'no word of experimental features either');

  const served = shoppable('serve');
  assert.equal(served.status, 1);
  assert.match(served.stderr, /npm install hono/);
});

test('every export of the package is a file in it, with its types', () => {
  const { exports } = JSON.parse(readFileSync(join(home(), 'package.json'), 'utf8')) as {
    exports: Record<string, string | null | { types: string; default: string }>;
  };
  const missing = Object.values(exports)
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : entry ? [entry.types, entry.default] : []))
    .filter((path) => !path.includes('*') && !existsSync(join(home(), path)));
  assert.deepEqual(missing, []);
});

test('the fallback is one module without imports, for any runtime', () => {
  const file = readFileSync(join(home(), 'dist/fallback.js'), 'utf8');
  assert.doesNotMatch(file, /^import\b|\bimport\(|\brequire\(|\bprocess\.|\bBuffer\b/m);
  writeFileSync(
    join(project, 'render.js'),
    `import { renderFallback } from 'shoppable-video/fallback';
     const manifest = { version: 1, id: 'a', title: 'A', media: { sources: [{ src: 'a.mp4', type: 'video/mp4' }] } };
     console.log(renderFallback(manifest, { manifestUrl: 'https://shop.test/m.json' }));`,
  );
  const { status, stdout, stderr } = run('render.js');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /<shoppable-video manifest="https:\/\/shop\.test\/m\.json">/);
});
