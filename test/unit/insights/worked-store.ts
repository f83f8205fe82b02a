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

const SHAPES = {
  order_lines: `site VARCHAR, order_id VARCHAR, source VARCHAR, at_ms BIGINT, received_ms BIGINT, viewer VARCHAR, currency VARCHAR,
    line BIGINT, product_id VARCHAR, variant_id VARCHAR, quantity BIGINT, minor BIGINT, token_video VARCHAR, token_view VARCHAR,
    token_hotspot VARCHAR, token_position_ms BIGINT, token_segment VARCHAR, token_experiment VARCHAR, token_arm VARCHAR,
    token_at_ms BIGINT`,
  refund_lines: `site VARCHAR, order_id VARCHAR, refund_id VARCHAR, source VARCHAR, at_ms BIGINT, received_ms BIGINT, currency VARCHAR,
    line BIGINT, product_id VARCHAR, variant_id VARCHAR, quantity BIGINT, minor BIGINT`,
  products: 'site VARCHAR, product_id VARCHAR, received_ms BIGINT, category VARCHAR, margin DOUBLE',
  inventory: 'site VARCHAR, product_id VARCHAR, day VARCHAR, stock BIGINT, received_ms BIGINT',
  videos: 'site VARCHAR, video_id VARCHAR, received_ms BIGINT, title VARCHAR, cost_minor BIGINT, currency VARCHAR',
  segments: `site VARCHAR, video_id VARCHAR, segment VARCHAR, received_ms BIGINT, label VARCHAR, from_ms BIGINT, to_ms BIGINT,
    host VARCHAR`,
};

const once = (table: string, key: string, order: string) =>
  `SELECT * EXCLUDE (place) FROM (
    SELECT *, dense_rank() OVER (PARTITION BY ${key} ORDER BY ${order}) AS place FROM ${table}) WHERE place = 1`;
const TRUST =
  "CASE source WHEN 'server' THEN 0 WHEN 'shopify' THEN 1 WHEN 'woocommerce' THEN 2 ELSE 3 END, received_ms";

/** Each order, fact and day of stock once. */
const VIEWS = {
  sales: once('order_lines', 'site, order_id', TRUST),
  returns: once('refund_lines', 'site, order_id, refund_id', TRUST),
  product_facts: once('products', 'site, product_id', 'received_ms DESC'),
  stock: once('inventory', 'site, product_id, day', 'received_ms DESC'),
  video_facts: once('videos', 'site, video_id', 'received_ms DESC'),
  segment_facts: once('segments', 'site, video_id, segment', 'received_ms DESC'),
};

const literal = (value: unknown) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : value === null ? 'NULL' : String(value);

/** What the table of events does not have yet comes with its rows. */
async function addColumns({ query }: EventStore, events: readonly StoredEvent[]): Promise<void> {
  for (const [column, field, type] of [
    ['step', 'step', 'VARCHAR'],
    ['shipping_minor', 'shippingMinor', 'BIGINT'],
  ] as const) {
    const [found] = await query(
      `SELECT 1 FROM duckdb_columns() WHERE table_name = 'events' AND column_name = $column`,
      { column },
    );
    if (found) continue;
    await query(`ALTER TABLE events ADD COLUMN ${column} ${type}`, {});
    for (const { event } of events) {
      const value = (event as unknown as Record<string, unknown>)[field];
      if (value === undefined) continue;
      await query(`UPDATE events SET ${column} = ${literal(value)} WHERE event_id = $id::UUID`, { id: event.eventId });
    }
  }
}

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
  await addColumns(store, events);
  for (const [table, columns] of Object.entries(SHAPES)) {
    await store.query(`CREATE TABLE IF NOT EXISTS ${table} (${columns})`, {});
    for (const row of tables[table] ?? []) {
      const [names, values] = [Object.keys(row).join(', '), Object.values(row).map(literal).join(', ')];
      await store.query(`INSERT INTO ${table} (${names}) VALUES (${values})`, {});
    }
  }
  for (const [view, sql] of Object.entries(VIEWS)) await store.query(`CREATE VIEW IF NOT EXISTS ${view} AS ${sql}`, {});
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
