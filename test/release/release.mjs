/**
 * `npm run release -- --dry-run`: builds, lays out the versioned files of a CDN with their hashes in `.release/`, and
 * writes the README's snippet. Without `--dry-run` it publishes to npm too, when nothing stands in the way.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BASE, layOut, snippetOf, withSnippet } from './layout.mjs';
import { obstacles } from './ready.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    /** Where the files will lie; `snippet.html` names it. */
    base: { type: 'string', default: BASE },
  },
});
const dryRun = values['dry-run'];

const run = (program, args) => execFileSync(program, args, { cwd: root, stdio: 'inherit' });
const refuse = (sentences) => {
  console.error(['Nothing was published.', ...sentences.map((sentence) => `- ${sentence}`)].join('\n'));
  process.exit(1);
};

const before = dryRun ? [] : obstacles(root);
if (before.length) refuse([...before, 'To see what would be released: npm run release -- --dry-run']);

run('npm', ['run', '--silent', 'build']);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const into = join(root, '.release');
const base = values.base.replace(/\/+$/, '');
const integrity = layOut({ dist: join(root, 'dist'), into, version, base });

const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
const told = withSnippet(text, snippetOf(BASE, version, integrity));
if (told !== text) writeFileSync(readme, told);

console.log(`.release/shoppable-video@${version}/: ${Object.keys(integrity).length} files, hashes in integrity.json`);
console.log(`.release/snippet.html: for a page's head, with the files at ${base}/`);
if (told !== text) console.log('README.md: its snippet is that of this build now; commit it.');

if (dryRun) console.log('Nothing was published. Without --dry-run, `npm publish --provenance` would follow.');
else {
  if (told !== text) refuse(['The README had the hash of another build: commit it, and move the tag.']);
  run('npm', ['publish', '--provenance']);
}
