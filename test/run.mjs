/** `npm test`: every suite that the browsers of this machine allow, and one closing line of sums. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildIfStale } from './support/build-if-stale.mjs';
import { runAlone, runWaiting } from './support/in-browsers.mjs';
import { withSecondTries } from './support/second-tries.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const add = (sums) => {
  for (const key of Object.keys(total)) total[key] += sums[key];
};

const testFilesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .sort();

/** Runs files in Node's own test runner, and passes on what it prints but for its last line, the sums of each file. */
async function runFiles(files) {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=2',
      // what hangs must not keep the rest from being told
      '--test-timeout=600000',
      '--test-reporter=./test/support/unit-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) output += text;
  const lines = output.trimEnd().split('\n');
  const sums = Object.entries(JSON.parse(lines.pop()));
  if (lines.length) console.log(lines.join('\n'));
  return sums.map(([file, sum]) => ({ file: relative(process.cwd(), file), ...sum }));
}

/** Every test of some folders. */
async function runInNode(folders) {
  const started = Date.now();
  const results = await withSecondTries(await runFiles(folders.flatMap(testFilesIn)), async (first) => {
    const [second] = await runFiles([first.file]);
    return second ?? first;
  });
  const sums = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key of Object.keys(sums)) sums[key] += result[key];
  console.log(
    `${folders.join(', ')}: ${sums.passed} passed, ${sums.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return sums;
}

// An error that a browser's driver lets fall must not take the other results with it.
process.on('unhandledRejection', (error) => {
  console.log(`FAILED outside of any test: ${error?.stack ?? error}`);
  total.failed += 1;
});

buildIfStale();
add(await runInNode(['test/unit', 'test/house']));
// Two minutes, and half a gigabyte from npm's registry: for a computer that tests, or whoever asks for it.
const packs = process.env.CI || process.env.PACKED;
if (!packs)
  console.log('SKIPPED test/packed, a page of each framework from the packed package: PACKED=1 npm test runs it.');
const [waiting, packed] = await Promise.all([runWaiting(), packs ? runInNode(['test/packed']) : undefined]);
if (packed) add(packed);
const sums = await runAlone(waiting);
for (const file of sums) add(file);
const inBrowsers = sums.some(({ passed, failed }) => passed + failed > 0);
// As large again: ClickHouse's engine, over whose answers DuckDB's are laid.
if (process.env.CI || process.env.ORACLE) add(await runInNode(['test/oracle']));
else console.log('SKIPPED test/oracle, every insight on ClickHouse too: ORACLE=1 npm test runs it.');
// Pictures are those of one browser and its fonts.
if (process.env.CI || process.env.LOOKS) add(await runInNode(['test/visual']));
else console.log('SKIPPED test/visual, what the player looks like on Debian: LOOKS=1 npm test runs it.');
// The short form of `npm run faults`: it kills and waits, so that nothing else runs beside it.
add(await runInNode(['test/faults']));
if (!inBrowsers) console.log('No test ran in a browser: see the lines marked SKIPPED.');
if (total.skipped) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !inBrowsers ? 1 : 0);
