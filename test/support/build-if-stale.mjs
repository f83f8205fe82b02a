import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = [
  ...['src', 'test/docs', 'rollup.config.mjs', 'tsconfig.json', 'tsconfig.build.json'],
  ...['package.json', 'package-lock.json'],
];
const OUTPUTS = ['dist/shoppable-video.js', 'dist/loader.js', 'dist/server/main.js'];

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

function* filesIn(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path, { recursive: true })) yield join(path, name);
}

/** Builds when something is missing in `dist/`, or was changed in `src/` since. */
export function buildIfStale() {
  const oldest = Math.min(...OUTPUTS.map((path) => changedAt(path) ?? 0));
  const newest = Math.max(...INPUTS.flatMap((path) => [...filesIn(path)]).map(changedAt));
  if (oldest > newest) return;
  console.log('Building dist/, which is missing or older than src/.');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The build failed; nothing was tested.');
}
