/** The worked log, or any other, in DuckDB, as the projection puts it there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Insight, insight } from '../../../src/insights/insight.js';
import type { StoredEvent } from '../../../src/server/collector/stored-event.js';
import { findMetric, parseQuestion } from '../../../src/server/insights/question.js';
import { openDuckdb } from '../../../src/server/store/duckdb.js';
import type { EventStore } from '../../../src/server/store/event-store.js';
import { EVENTS, NOW_MS, TABLES } from './worked-log.js';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const literal = (value: unknown) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : value === null ? 'NULL' : String(value);

/** Opens a store, which goes with the test. */
export async function openEmpty(t: Pick<TestContext, 'after'>): Promise<EventStore> {
  const directory = await mkdtemp(join(tmpdir(), 'insights-'));
  const store = await openDuckdb(join(directory, 'events.duckdb'), (message) => assertNothing(message));
  t.after(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });
  return store;
}

/** One with these events and rows in it. */
export async function openFilled(
  t: Pick<TestContext, 'after'>,
  events: readonly StoredEvent[],
  tables: Rows = {},
): Promise<EventStore> {
  const store = await openEmpty(t);
  await store.apply({ events, next: { segment: 1, offset: 0 } });
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const [names, values] = [Object.keys(row).join(', '), Object.values(row).map(literal).join(', ')];
      await store.query(`INSERT INTO ${table} (${names}) VALUES (${values})`, {});
    }
  }
  return store;
}

function assertNothing(message: string): never {
  throw new Error(`The store warned: ${message}`);
}

export const openWorkedLog = (t: Pick<TestContext, 'after'>) => openFilled(t, EVENTS, TABLES);

/** Asks as the server does, if not otherwise said two days after the log begins: `hctr?by=video`. */
export function askStore(store: EventStore, asked: string, nowMs = NOW_MS): Promise<Insight> {
  const [name, query] = asked.split('?') as [string, string?];
  const metric = findMetric(name);
  if ('error' in metric) throw new Error(metric.error);
  const queries = Object.fromEntries([...new URLSearchParams(query)].map(([key, value]) => [key, [value]]));
  const question = parseQuestion(metric, queries, nowMs);
  if ('error' in question) throw new Error(question.error);
  return insight(metric, question, store);
}
