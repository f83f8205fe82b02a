/** Makes a shop's history in a store of DuckDB's and, where it is wanted, the same rows in ClickHouse. Prints how many and how long. */
import { stat } from 'node:fs/promises';
import { openChdb } from '../oracle/chdb.js';
import { carry, openHistory } from '../oracle/same-rows.js';

const { directory, views, seed, clickhouse } = JSON.parse(process.argv[2]);
const path = `${directory}/events.duckdb`;

const since = async (work) => {
  const started = performance.now();
  const made = await work();
  return [made, (performance.now() - started) / 1000];
};

const [store, madeS] = await since(() => openHistory(path, { views, seed }));
const [{ events }] = await store.query('SELECT count(*) AS events FROM events', {});
let carriedS;
if (clickhouse) {
  const other = await openChdb(`${directory}/clickhouse`);
  [, carriedS] = await since(() => carry(store, other, 'bench'));
  other.close();
}
await store.close();
console.log(JSON.stringify({ path, events, bytes: (await stat(path)).size, madeS, carriedS }));
process.exit(0);
