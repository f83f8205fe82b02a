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
import type { StoredEvent } from '../collector/stored-event.js';
import { COLUMNS, type Column } from './columns.js';

const TYPES = { UUID, VARCHAR, BIGINT, DOUBLE, BOOLEAN };

/** Rows of one data chunk: DuckDB's vector size. */
const CHUNK = 2048;

function toDuckdb({ type, of }: Column, stored: StoredEvent): DuckDBValue {
  const value = of(stored) ?? null;
  if (type === 'BIGINT' && value !== null) return BigInt(Math.round(value as number));
  if (type === 'UUID') return DuckDBUUIDValue.fromUint128(BigInt(`0x${(value as string).replaceAll('-', '')}`));
  return value;
}

/** Appends to the table `events` within the connection's transaction. */
export async function appendRows(connection: DuckDBConnection, events: readonly StoredEvent[]): Promise<void> {
  const appender = await connection.createAppender('events');
  try {
    for (let start = 0; start < events.length; start += CHUNK) {
      const part = events.slice(start, start + CHUNK);
      const chunk = DuckDBDataChunk.create(
        COLUMNS.map(({ type }) => TYPES[type]),
        part.length,
      );
      chunk.setColumns(COLUMNS.map((column) => part.map((stored) => toDuckdb(column, stored))));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
