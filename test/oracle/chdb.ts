/** ClickHouse's current engine, in this process. */
import { clickhouse, SETTINGS, typed } from '../../src/insights/dialects/clickhouse.js';
import type { Engine } from '../../src/insights/insight.js';
import { installed } from './install.js';

/** The part of `chdb` that is used here; the package is not there for the compiler. */
interface Session {
  queryAsync(sql: string, options: { format: string }): Promise<{ text(): string }>;
  queryBindAsync(sql: string, parameters: object, options: { format: string }): Promise<{ text(): string }>;
  insert(rows: { table: string; values: Buffer; format: 'JSONEachRow' }): Promise<unknown>;
  close(): void;
}
type Chdb = { Session: new (path?: string, options?: { connectionArgs: string[] }) => Session };

/** An engine that is asked as the store is, and to which anything can be said. */
export interface Chdb26 extends Engine {
  run(sql: string): Promise<void>;
  insert(table: string, rows: readonly object[]): Promise<void>;
  close(): void;
}

/** @param directory where it keeps its data; without one, in a temporary place. A process has one at a time. */
export async function openChdb(directory?: string, connectionArgs: string[] = []): Promise<Chdb26> {
  const { Session } = (await installed()) as Chdb;
  const session = new Session(directory, { connectionArgs });
  const run = async (sql: string) => void (await session.queryAsync(sql, { format: 'Null' }));
  for (const [name, value] of Object.entries(SETTINGS)) {
    await run(`SET ${name} = ${typeof value === 'string' ? `'${value}'` : value}`);
  }
  // the other core is DuckDB's, which is asked at the same time
  await run('SET max_threads = 1');
  return {
    dialect: clickhouse,
    run,
    async query(sql, parameters) {
      const answer = await session.queryBindAsync(typed(sql, parameters), parameters, { format: 'JSONEachRow' });
      return answer
        .text()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
    async insert(table, rows) {
      const values = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
      if (rows.length) await session.insert({ table, values, format: 'JSONEachRow' });
    },
    close: () => session.close(),
  };
}
