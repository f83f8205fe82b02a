/** The rows of a DuckDB store once more in ClickHouse, so that both can be asked the same. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { KEPT, rowsOf, statements } from '../../src/server/store/clickhouse/schema.js';
import { openDuckdb } from '../../src/server/store/duckdb.js';
import type { EventStore } from '../../src/server/store/event-store.js';
import type { Chdb26 } from './chdb.js';

export interface Filling {
  /** By the store's own way in. */
  readonly apply?: (store: EventStore) => Promise<unknown>;
  /** By SQL. */
  readonly make?: (run: (sql: string) => Promise<unknown[]>) => Promise<unknown>;
}

const shout = (message: string) => {
  throw new Error(message);
};

/** A column as both read it out of a file. */
const written = ({ name, type }: { name: string; type: string }) =>
  type === 'UUID' ? `${name}::VARCHAR AS ${name}` : name;

/** The same rows in a new database of ClickHouse's, which is the one in use from then on. */
export async function carry(from: DuckDBConnection, to: Chdb26, database: string, directory: string): Promise<void> {
  await to.run(`CREATE DATABASE ${database}`);
  await to.run(`USE ${database}`);
  for (const sql of statements()) await to.run(sql);
  for (const { name, columns } of KEPT) {
    const file = join(directory, `${name}.parquet`);
    await from.run(`COPY (SELECT ${columns.map(written).join(', ')} FROM ${name}) TO '${file}'`);
    const names = columns.map((column) => column.name).join(', ');
    await to.run(`INSERT INTO ${rowsOf(name)} (${names}) SELECT ${names} FROM file('${file}')`);
    await rm(file);
  }
}

/** Opens a store so that SQL can fill it. */
export async function openForFilling(path: string) {
  await (await openDuckdb(path, shout)).close();
  const instance = await DuckDBInstance.create(path, { memory_limit: '1GB' });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

/**
 * Makes a store and fills it, and its twin: a database in `clickhouse` that is the one in use from then on.
 * @returns the store; closing it leaves nothing behind
 */
export async function makeTwins(database: string, clickhouse: Chdb26, { apply, make }: Filling): Promise<EventStore> {
  const directory = await mkdtemp(join(tmpdir(), 'oracle-'));
  const path = join(directory, 'events.duckdb');
  const empty = await openDuckdb(path, shout);
  await apply?.(empty);
  await empty.close();
  const { connection, close } = await openForFilling(path);
  await make?.(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
  await carry(connection, clickhouse, database, directory);
  close();
  const store = await openDuckdb(path, shout);
  return {
    ...store,
    async close() {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}
