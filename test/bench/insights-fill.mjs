/**
 * Makes a shop's history in a store of DuckDB's, rolled up or not, and, where it is wanted, the same rows in ClickHouse. Prints how many
 * and how long.
 */
import { stat } from 'node:fs/promises';
import { openDuckdb } from '../../src/server/store/duckdb.js';
import { openChdb } from '../oracle/chdb.js';
import { carry } from '../oracle/same-rows.js';
import { makeHistory } from '../support/insights/history.mjs';

const { directory, views, seed, clickhouse, rolled } = JSON.parse(process.argv[2]);
const path = `${directory}/events.duckdb`;

const since = async (work) => {
  const started = performance.now();
  const made = await work();
  return [made, (performance.now() - started) / 1000];
};

/** Views that are made at once. */
const PART = 500_000;
/** As made, rows are not in the order of arrival, in which a slice is found fast: a part is rolled up at once. */
const EVER_MS = Number.MAX_SAFE_INTEGER;

const store = await openDuckdb(path, console.error);
const run = (sql) => store.query(sql, {});
await run("SET memory_limit = '1GB'");
await run('SET threads = 2');
let [madeS, rolledS] = [0, 0];
for (let first = 0; first < views; first += PART) {
  const size = { seed, first, views: Math.min(PART, views - first), of: views };
  madeS += (await since(() => makeHistory(run, size)))[1];
  const rollUp = async () => {
    while (await store.rollUp(EVER_MS, EVER_MS));
  };
  if (rolled) rolledS += (await since(rollUp))[1];
}
const [{ events, rows }] = await run('SELECT sum(times) AS events, count(*) AS rows FROM events');
let carriedS;
if (clickhouse) {
  const other = await openChdb(`${directory}/clickhouse`);
  [, carriedS] = await since(() => carry(store, other, 'bench'));
  other.close();
}
await store.close();
console.log(JSON.stringify({ path, events, rows, bytes: (await stat(path)).size, madeS, rolledS, carriedS }));
process.exit(0);
