/** Asks one engine one question, in a process that has not asked before, and prints how long it took and what it took. */

import { insight } from '../../src/insights/insight.js';
import { METRICS } from '../../src/insights/metrics/index.js';
import { openDuckdb } from '../../src/server/store/duckdb.js';
import { openChdb } from '../oracle/chdb.js';

const { engine, path, metric, by, selection, nowMs, memory, threads } = JSON.parse(process.argv[2]);

async function open() {
  if (engine === 'duckdb') {
    const store = await openDuckdb(path, console.error);
    await store.query(`SET memory_limit = '${memory}'`, {});
    await store.query(`SET threads = ${threads}`, {});
    return store;
  }
  const clickhouse = await openChdb(path);
  await clickhouse.run('USE bench');
  await clickhouse.run(`SET max_threads = ${threads}`);
  return clickhouse;
}

const store = await open();
const started = performance.now();
const { rows } = await insight(
  METRICS.get(metric),
  {
    by,
    selection,
    options: Object.fromEntries(
      Object.entries(METRICS.get(metric).options ?? {}).map(([name, option]) => [name, option.default]),
    ),
    zone: 'Europe/Berlin',
    nowMs,
  },
  store,
);
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, rows: rows.length, mib: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
