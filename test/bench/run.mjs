/**
 * `npm run bench -- NAME [--json] [--rounds=N] [--seconds=N] [--views=N] [--rolled]`: measures, and prints a table for people or rows for programs.
 * A goal that is missed is said in the row and leaves the exit status at 0: a figure is never a timed test.
 */
const BENCHES = ['card', 'ingest', 'insights', 'overlay', 'recording', 'startup'];

const [name, ...flags] = process.argv.slice(2);
if (!BENCHES.includes(name)) {
  console.error(
    `Usage: npm run bench -- ${BENCHES.join('|')} [--json] [--rounds=3] [--seconds=20] [--views=500000] [--rolled]`,
  );
  process.exit(2);
}
const option = (key, fallback) => flags.find((flag) => flag.startsWith(`--${key}=`))?.split('=')[1] ?? fallback;
const { measure } = await import(`./${name}.mjs`);
const rows = await measure({
  rounds: Number(option('rounds', 3)),
  seconds: Number(option('seconds', 20)),
  views: Number(option('views', 500_000)),
  rolled: flags.includes('--rolled'),
  log: (line) => console.error(line),
});

if (flags.includes('--json')) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  const text = (value) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? ''));
  console.table(
    Object.fromEntries(
      rows.map(({ name: row, value, unit, goal, reached, n }) => [
        row,
        { value: text(value), unit, goal: text(goal), reached: reached ?? '', n },
      ]),
    ),
  );
}
