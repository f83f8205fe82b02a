import { PARTS } from '../../../insights/quality.js';
import { VIEWS } from '../../../insights/views.js';
import { KEPT, type Kept } from './tables.js';

/** An id is kept as text, which sorts as DuckDB sorts it: ClickHouse's own UUID sorts by its second half. */
const TYPES = { UUID: 'String', VARCHAR: 'String', BIGINT: 'Int64', DOUBLE: 'Float64', BOOLEAN: 'Bool' } as const;

/** What every row has. Anything else may be NULL. */
const ALWAYS = new Set(['event_id', 'seq', 'type', 'at_ms', 'received_ms', 'site', 'bot', 'session_id']);

const typeOf = ({ name, type }: Kept['columns'][number], { key, shard }: Kept) =>
  ALWAYS.has(name) || key.includes(name) || name === shard ? TYPES[type] : `Nullable(${TYPES[type]})`;

/** ClickHouse keeps the row of the greatest version. */
const VERSION = { first: `${Number.MAX_SAFE_INTEGER} - received_ms`, last: 'received_ms' };

/** The same for a row that is on its way; a column that a table makes is not made where a cluster passes it on. */
export const versionOf = ({ keep }: Pick<Kept, 'keep'>, receivedMs: number) =>
  keep === 'first' ? Number.MAX_SAFE_INTEGER - receivedMs : receivedMs;

/** The name under which rows are inserted; under its own name a table is read, each row once. */
export const storedIn = (name: string) => `${name}_rows`;

/** Of a table that is spread over machines, the part on each. */
export const shardOf = (table: string) => `${table}_shard`;

/** How far each server has got in its journal. */
const POSITIONS = `server String, segment Int64, "offset" Int64, version UInt64`;

/** Whom one server was told to forget, for the others. */
const ERASURES = `field String, id String, site String, version UInt64`;

function table(name: string, columns: string, key: string, shard: string, cluster: string | undefined): string[] {
  const engine = `ENGINE = ReplacingMergeTree(version) ORDER BY (${key})`;
  if (cluster === undefined) return [`CREATE TABLE IF NOT EXISTS ${name} (${columns}) ${engine}`];
  const on = `ON CLUSTER ${cluster}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${shardOf(name)} ${on} (${columns}) ${engine}`,
    `CREATE TABLE IF NOT EXISTS ${name} ${on} AS ${shardOf(name)}
      ENGINE = Distributed(${cluster}, currentDatabase(), ${shardOf(name)}, cityHash64(${shard}))`,
  ];
}

/**
 * The statements that make the tables, each of which may be run again.
 * @param cluster the name of ClickHouse's cluster, over whose machines the rows are spread
 */
export function statements(cluster?: string): string[] {
  const on = cluster === undefined ? '' : `ON CLUSTER ${cluster} `;
  return [
    ...KEPT.flatMap((kept) => {
      const { name, columns, key, keep, shard } = kept;
      const typed = columns.map((column) => `${column.name} ${typeOf(column, kept)}`).join(', ');
      const version = `version UInt64 DEFAULT ${VERSION[keep]}`;
      const names = columns.map((column) => column.name).join(', ');
      return [
        ...table(storedIn(name), `${typed}, ${version}`, key.join(', '), shard, cluster),
        `CREATE OR REPLACE VIEW ${name} ${on}AS SELECT ${names}${name === 'events' ? ', CAST(1 AS BIGINT) AS times' : ''} FROM ${storedIn(name)} FINAL`,
      ];
    }),
    ...Object.entries({ view_parts: PARTS, ...VIEWS }).map(
      ([name, sql]) => `CREATE OR REPLACE VIEW ${name} ${on}AS ${sql}`,
    ),
    ...table('journal_positions', POSITIONS, 'server', 'server', cluster),
    ...table('erasures', ERASURES, 'field, id, site', 'id', cluster),
  ];
}
