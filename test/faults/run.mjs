/**
 * `npm run faults -- [--only=NAME] [--kind=TEXT] [--seed=N] [--scale=0.02] [--short] [--json]`: offers interactions to real
 * browsers while something goes wrong, and compares what was offered with what is stored. A figure that is not reached
 * says so in its row and leaves the exit status at 0; 1 means that a row could not be run.
 */
import { openLab } from './lab/open-lab.mjs';
import { printTable } from './lab/print.mjs';
import { ROWS } from './rows.mjs';

const flags = process.argv.slice(2);
const option = (key, fallback) => flags.find((flag) => flag.startsWith(`--${key}=`))?.slice(key.length + 3) ?? fallback;
const unknown = flags.find((flag) => !/^--(only|kind|seed|scale)=|^--(short|json)$/.test(flag));
const only = option('only');
const chosen = ROWS.filter(({ name, short }) => (only ? name === only : !flags.includes('--short') || short));
if (unknown || !chosen.length) {
  console.error(`Usage: npm run faults -- [--only=${ROWS.map(({ name }) => name).join('|')}] [--kind=TEXT]
  [--seed=N] [--scale=1] [--short] [--json]`);
  process.exit(2);
}

const seed = Number(option('seed', Math.floor(Math.random() * 1e9)));
const short = flags.includes('--short');
const log = (line) => console.error(line);
const lab = await openLab({ seed, scale: Number(option('scale', short ? 0.005 : 0.02)), log });
lab.kind = option('kind');
lab.short = short;
for (const line of lab.skipped) log(`SKIPPED ${line}`);
if (!lab.programs.chromium) process.exit(1);
log(`seed ${seed}, scale ${lab.scale}`);
const rows = [];
let crashed = 0;
for (const row of chosen) {
  const from = Date.now();
  try {
    const { measure } = await import(`./rows/${row.name}.mjs`);
    const measured = await measure(lab);
    rows.push(...measured.map((one) => ({ ...one, name: `${row.number}. ${one.name}`, seed: one.seed ?? seed })));
  } catch (error) {
    crashed += 1;
    log(`The row "${row.name}" could not be run: ${error.stack}`);
  }
  log(`${row.number}. ${row.name}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}
await lab.close();
if (flags.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else printTable(rows);
process.exit(crashed ? 1 : 0);
