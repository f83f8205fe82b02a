/** The rows of a DuckDB store once more in ClickHouse, so that both can be asked the same. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statements, storedIn } from '../../src/server/store/clickhouse/schema.js';
import { KEPT } from '../../src/server/store/clickhouse/tables.js';
import { openDuckdb } from '../../src/server/store/duckdb.js';
import type { EventStore } from '../../src/server/store/event-store.js';
import { makeHistory } from '../support/insights/history.mjs';
import type { Chdb26 } from './chdb.js';

/** A column as both read it out of a file. */
const written = ({ name, type }: { name: string; type: string }) =>
  type === 'UUID' ? `${name}::VARCHAR AS ${name}` : name;

/** The same rows in a new database of ClickHouse's, which is the one in use from then on. */
export async function carry({ query }: Pick<EventStore, 'query'>, to: Chdb26, database: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'oracle-'));
  await to.run(`CREATE DATABASE ${database}`);
  await to.run(`USE ${database}`);
  for (const sql of statements()) await to.run(sql);
  for (const { name, columns } of KEPT) {
    const file = join(directory, `${name}.parquet`);
    await query(`COPY (SELECT ${columns.map(written).join(', ')} FROM ${name}) TO '${file}'`, {});
    const names = columns.map((column) => column.name).join(', ');
    await to.run(`INSERT INTO ${storedIn(name)} (${names}) SELECT ${names} FROM file('${file}')`);
    await rm(file);
    // as ClickHouse does by itself in time
    await to.run(`OPTIMIZE TABLE ${storedIn(name)} FINAL`);
  }
  await rm(directory, { recursive: true });
}

const shout = (message: string) => {
  throw new Error(message);
};

/** A store with the made history of a shop in it. */
export async function openHistory(path: string, size: { seed?: number; views?: number }): Promise<EventStore> {
  const store = await openDuckdb(path, shout);
  const run = (sql: string) => store.query(sql, {});
  await run("SET memory_limit = '1GB'");
  await run('SET threads = 2');
  await makeHistory(run, size);
  return store;
}
