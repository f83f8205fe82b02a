/** Events, orders and refunds of a test in a DuckDB of its own, with the tables and views that the server has. */
import type { TestContext } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdb } from '../../../../src/insights/dialects/duckdb.js';
import { insight } from '../../../../src/insights/insight.js';
import type { Metric } from '../../../../src/insights/metrics/metric.js';
import { CREATE } from '../../../../src/server/store/duckdb.js';
import { ARRIVED } from '../../../../src/server/store/rollup/rolled.js';
import { TABLES } from '../../../../src/server/store/tables/index.js';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** When orders are placed, mostly. */
export const T = Date.parse('2026-03-10T12:00:00Z');

let made = 0;
const unique = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** An in-video cart action by `viewer`, unless `fields` say that it is another event. */
export const touch = (viewer: string, productId: string, atMs: number, fields: Row = {}): Row => ({
  event_id: unique(),
  seq: made,
  type: 'cart_change',
  at_ms: atMs,
  received_ms: atMs,
  sent_ms: atMs,
  site: 'shop',
  bot: false,
  viewer: `v:${viewer}`,
  session_id: `s-${viewer}`,
  view_id: `view-${viewer}`,
  video_id: 'coffee',
  product_id: productId,
  quantity: 1,
  unit_minor: 1000,
  currency: 'EUR',
  position_ms: 1000,
  ...fields,
});

export const sold = (order: string, productId: string, minor: number, fields: Row = {}): Row => ({
  site: 'shop',
  order_id: order,
  source: 'server',
  at_ms: T,
  received_ms: T,
  currency: 'EUR',
  line: 0,
  product_id: productId,
  quantity: 1,
  minor,
  ...fields,
});

export const refunded = (order: string, productId: string, minor: number, fields: Row = {}): Row => ({
  site: 'shop',
  order_id: order,
  refund_id: `r-${order}`,
  source: 'server',
  at_ms: T + DAY,
  received_ms: T + DAY,
  currency: 'EUR',
  line: 0,
  product_id: productId,
  quantity: 1,
  minor,
  ...fields,
});

export const token = (fields: Row = {}): Row => ({
  token_video: 'coffee',
  token_position_ms: 1000,
  token_at_ms: T - HOUR,
  ...fields,
});

const literal = (value: unknown) =>
  value === undefined || value === null
    ? 'NULL'
    : typeof value === 'string'
      ? `'${value.replaceAll("'", "''")}'`
      : String(value);

export async function moneyStore(t?: TestContext) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  t?.after(close);
  await connection.run(CREATE);
  const query = async (sql: string, parameters: Readonly<Record<string, string | number>>) => {
    const rows = (await connection.runAndReadAll(sql, { ...parameters })).getRowObjectsJS();
    const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
  };
  return {
    close,
    /** Puts these there, and nothing else. */
    async fill(tables: Tables) {
      for (const { name, columns } of TABLES) {
        const stored = name === 'events' ? ARRIVED : name;
        await connection.run(`DELETE FROM ${stored}`);
        const rows = tables[name] ?? [];
        const values = rows.map((row) => `(${columns.map((column) => literal(row[column.name])).join(', ')})`);
        if (rows.length) await connection.run(`INSERT INTO ${stored} VALUES ${values.join(', ')}`);
      }
    },
    ask(metric: Metric, { by = Object.keys(metric.by)[0]!, nowMs = T + 60 * DAY, selection = {}, options = {} } = {}) {
      const defaults = Object.fromEntries(
        Object.entries(metric.options ?? {}).map(([name, option]) => [name, option.default]),
      );
      const question = { by, selection, zone: 'UTC', options: { ...defaults, ...options }, nowMs };
      return insight(metric, question, { query, dialect: duckdb });
    },
  };
}
