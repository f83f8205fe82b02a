/** Makes a shop's history in a store of DuckDB's and, where it is wanted, the same rows in ClickHouse. Prints how many and how long. */
import { stat } from 'node:fs/promises';
import { openChdb } from '../oracle/chdb.js';
import { carry, openForFilling } from '../oracle/same-rows.js';
import { makeHistory } from '../support/insights/history.mjs';

const { directory, views, seed, clickhouse } = JSON.parse(process.argv[2]);

const path = `${directory}/events.duckdb`;
const { connection, close } = await openForFilling(path);
const run = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
const since = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};
const madeS = await since(() => makeHistory(run, { views, seed }));
const [{ n }] = await run('SELECT count(*) AS n FROM events');
let carriedS;
if (clickhouse) {
  const other = await openChdb(`${directory}/clickhouse`);
  carriedS = await since(() => carry(connection, other, 'bench', directory));
  other.close();
}
close();
console.log(JSON.stringify({ path, events: Number(n), bytes: (await stat(path)).size, madeS, carriedS }));
process.exit(0);
