import { TABLES } from '../tables/index.js';

/** How a table is kept in ClickHouse. */
export interface Kept {
  readonly name: string;
  readonly columns: (typeof TABLES)[number]['columns'];
  /** What makes two rows the same one. */
  readonly key: readonly string[];
  /** Which of them stays, by when they were received. */
  readonly keep: 'first' | 'last';
  /** Rows of one value are on one machine; all rows of a key must be. */
  readonly shard: string;
}

/** An order is told by several sources, and by one of them more than once: each telling is kept, and the views choose. */
const HOW: Readonly<Record<string, Omit<Kept, 'name' | 'columns'>>> = {
  events: { key: ['event_id'], keep: 'first', shard: 'viewer' },
  order_lines: { key: ['site', 'order_id', 'source', 'received_ms', 'line'], keep: 'first', shard: 'order_id' },
  refund_lines: {
    key: ['site', 'order_id', 'refund_id', 'source', 'received_ms', 'line'],
    keep: 'first',
    shard: 'order_id',
  },
  products: { key: ['site', 'product_id'], keep: 'last', shard: 'product_id' },
  inventory: { key: ['site', 'product_id', 'day'], keep: 'last', shard: 'product_id' },
  videos: { key: ['site', 'video_id'], keep: 'last', shard: 'video_id' },
  segments: { key: ['site', 'video_id', 'segment'], keep: 'last', shard: 'video_id' },
  recovery_assignments: { key: ['site', 'intent'], keep: 'first', shard: 'viewer' },
  arms: { key: ['site', 'experiment', 'arm'], keep: 'last', shard: 'experiment' },
  sites: { key: ['site'], keep: 'last', shard: 'site' },
};

/** @throws when a table was added and nobody said here how it is kept */
export const KEPT: readonly Kept[] = TABLES.map(({ name, columns }) => {
  const how = HOW[name];
  if (!how) throw new Error(`How ${name} is kept in ClickHouse is not said.`);
  return { name, columns, ...how };
});
