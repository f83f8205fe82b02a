import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { BASE, integrityOf, snippetOf, withSnippet } from '../release/layout.mjs';
import { obstacles } from '../release/ready.mjs';
import { copyOfProject } from '../support/copy-of-project.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => statSync(join(folder, file)).isFile()).sort();

test('the README has the hash of this build', () => {
  const readme = readFileSync('README.md', 'utf8');
  const snippet = snippetOf(BASE, version, { 'shoppable-video.js': integrityOf('dist/shoppable-video.js') });
  assert.ok(withSnippet(readme, snippet) === readme, 'Run `npm run release -- --dry-run` and commit the README.');
});

test('two builds, in two places, are the same to the byte; and a release is laid out of one', () => {
  const one = copyOfProject('one');
  const other = copyOfProject('in-a-place-with-a-longer-name');
  const script = (cwd: string, args: string[]) =>
    execFileSync('npm', ['run', '--silent', ...args], { cwd, encoding: 'utf8' });
  const said = script(one, ['release', '--', '--dry-run', '--base', 'https://files.example/']);
  script(other, ['build']);

  const files = filesIn(join(one, 'dist'));
  assert.ok(files.length > 100, `only ${files.length} files`);
  assert.deepEqual(filesIn(join(other, 'dist')), files);
  const differing = files.filter(
    (file) => !readFileSync(join(one, 'dist', file)).equals(readFileSync(join(other, 'dist', file))),
  );
  assert.deepEqual(differing, []);

  assert.match(said, /Nothing was published/);
  const folder = join(one, `.release/shoppable-video@${version}`);
  const integrity = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')) as Record<string, string>;
  const laidOut = filesIn(folder).filter((file) => file !== 'integrity.json');
  assert.deepEqual(Object.keys(integrity).sort(), laidOut);
  assert.ok(laidOut.includes('chunks/playback.js') && !laidOut.some((file) => /^(server|types)|\.map$/.test(file)));
  for (const file of laidOut) {
    assert.equal(integrity[file], integrityOf(join(folder, file)), file);
    assert.ok(readFileSync(join(folder, file)).equals(readFileSync(join(other, 'dist', file))), file);
  }
  const head = readFileSync(join(one, '.release/snippet.html'), 'utf8');
  assert.ok(head.includes(`src="https://files.example/shoppable-video@${version}/shoppable-video.js"`), head);
  assert.ok(readFileSync(join(one, 'README.md'), 'utf8').includes(integrity['shoppable-video.js']!));
});

test('a release is refused with what is in its way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shoppable-video-ready-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const commit = () => {
    git('add', '.');
    git('commit', '-m', 'a change');
  };
  git('init');
  write('package.json', '{ "version": "1.2.0" }');
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n');
  commit();
  write('more.txt', '');
  const [changes, tag, changelog, ...rest] = obstacles(folder);
  assert.match(changes!, /not committed/);
  assert.match(tag!, /no tag v1\.2\.0/);
  assert.match(changelog!, /no "## 1\.2\.0"/);
  assert.equal(rest.length, 0);

  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-12-01\n');
  commit();
  git('tag', 'v1.2.0');
  assert.deepEqual(obstacles(folder), []);
});
