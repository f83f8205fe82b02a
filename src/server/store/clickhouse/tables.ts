import { COLUMNS, type Column } from '../columns.js';

/** A table as it is kept in ClickHouse. */
export interface Kept {
  readonly name: string;
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  /** What makes two rows the same one. */
  readonly key: readonly string[];
  /** Which of them stays, by when they were received. */
  readonly keep: 'first' | 'last';
  /** Rows of one value are on one machine; all rows of a key must be. */
  readonly shard: string;
}

/** `site, at_ms BIGINT`: a column is a text unless it says otherwise. */
const columns = (list: string): Kept['columns'] =>
  list.split(',').map((column) => {
    const [name, type = 'VARCHAR'] = column.trim().split(' ');
    return { name: name!, type: type as Column['type'] };
  });

const TOKEN = `token_video, token_view, token_hotspot, token_position_ms BIGINT, token_segment, token_experiment, token_arm,
  token_at_ms BIGINT`;
const LINE = `at_ms BIGINT, received_ms BIGINT, currency, line BIGINT, product_id, variant_id, quantity BIGINT, minor BIGINT`;

/** Of a step to the order, and of a report of losses. */
const TOLD = columns('step, shipping_minor BIGINT, lost BIGINT, lost_reason').filter(
  ({ name }) => !COLUMNS.some((column) => column.name === name),
);

/** An order is told by several sources, and by one of them more than once: each telling is kept, whole, and the views choose. */
export const KEPT: readonly Kept[] = [
  { name: 'events', columns: [...COLUMNS, ...TOLD], key: ['event_id'], keep: 'first', shard: 'viewer' },
  {
    name: 'order_lines',
    columns: columns(`site, order_id, source, viewer, ${LINE}, ${TOKEN}`),
    key: ['site', 'order_id', 'source', 'received_ms', 'line'],
    keep: 'first',
    shard: 'order_id',
  },
  {
    name: 'refund_lines',
    columns: columns(`site, order_id, refund_id, source, ${LINE}`),
    key: ['site', 'order_id', 'refund_id', 'source', 'received_ms', 'line'],
    keep: 'first',
    shard: 'order_id',
  },
  {
    name: 'products',
    columns: columns('site, product_id, received_ms BIGINT, category, margin DOUBLE'),
    key: ['site', 'product_id'],
    keep: 'last',
    shard: 'product_id',
  },
  {
    name: 'inventory',
    columns: columns('site, product_id, day, stock BIGINT, received_ms BIGINT'),
    key: ['site', 'product_id', 'day'],
    keep: 'last',
    shard: 'product_id',
  },
  {
    name: 'videos',
    columns: columns('site, video_id, received_ms BIGINT, title, cost_minor BIGINT, currency'),
    key: ['site', 'video_id'],
    keep: 'last',
    shard: 'video_id',
  },
  {
    name: 'segments',
    columns: columns('site, video_id, segment, received_ms BIGINT, label, from_ms BIGINT, to_ms BIGINT, host'),
    key: ['site', 'video_id', 'segment'],
    keep: 'last',
    shard: 'video_id',
  },
];

/** The shop's own word before that of a page; then what came first. */
const TRUST = `CASE source WHEN 'server' THEN 0 WHEN 'shopify' THEN 1 WHEN 'woocommerce' THEN 2 ELSE 3 END, received_ms`;

const once = (name: string, key: string) => {
  const names = KEPT.find((kept) => kept.name === name)!
    .columns.map((column) => column.name)
    .join(', ');
  return `SELECT ${names} FROM (
    SELECT ${names}, dense_rank() OVER (PARTITION BY ${key} ORDER BY ${TRUST}) AS place FROM ${name}
  ) AS told WHERE place = 1`;
};

/** What insights read of it: each order and each refund once, and of a fact the latest, which is all that is read anyway. */
export const VIEWS: Readonly<Record<string, string>> = {
  sales: once('order_lines', 'site, order_id'),
  returns: once('refund_lines', 'site, order_id, refund_id'),
  product_facts: 'SELECT * FROM products',
  stock: 'SELECT * FROM inventory',
  video_facts: 'SELECT * FROM videos',
  segment_facts: 'SELECT * FROM segments',
};
