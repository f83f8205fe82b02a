import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBUUIDValue,
  type DuckDBValue,
  UUID,
  VARCHAR,
} from '@duckdb/node-api';
import type { Rows } from './tables/index.js';
import type { Column } from './tables/table.js';

const TYPES = { UUID, VARCHAR, BIGINT, DOUBLE, BOOLEAN };

/** Rows of one data chunk: DuckDB's vector size. */
const CHUNK = 2048;

function toDuckdb<Row>({ type, of }: Column<Row>, row: Row): DuckDBValue {
  const value = of(row) ?? null;
  if (type === 'BIGINT' && value !== null) return BigInt(Math.round(value as number));
  if (type === 'UUID') return DuckDBUUIDValue.fromUint128(BigInt(`0x${(value as string).replaceAll('-', '')}`));
  return value;
}

/** Appends to the table called `into` within the connection's transaction. */
export async function appendRows<Row>(
  connection: DuckDBConnection,
  { table: { columns }, rows }: Rows<Row>,
  into: string,
): Promise<void> {
  const appender = await connection.createAppender(into);
  try {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const part = rows.slice(start, start + CHUNK);
      const chunk = DuckDBDataChunk.create(
        columns.map(({ type }) => TYPES[type]),
        part.length,
      );
      chunk.setColumns(columns.map((column) => part.map((row) => toDuckdb(column, row))));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
