import { rm } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { StoredEvent } from '../collector/stored-event.js';
import { COLUMNS } from './columns.js';
import { appendRows } from './duckdb-rows.js';
import type { EventStore } from './event-store.js';

const TABLES = `
  CREATE TABLE IF NOT EXISTS events (${COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ')});
  CREATE TABLE IF NOT EXISTS journal_position (segment BIGINT, "offset" BIGINT)`;

/**
 * Events already there. The bounds let the engine skip all row groups but the newest: the ids of UUIDv7 grow with time.
 * A unique index would do the same and slow every insert down.
 */
const KNOWN = `
  SELECT event_id::VARCHAR AS id FROM events
  WHERE event_id BETWEEN $low::UUID AND $high::UUID
    AND event_id IN (SELECT unnest(string_split($ids, ','))::UUID)`;

type Row = Record<string, unknown>;

const number = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

async function read(connection: DuckDBConnection, sql: string, parameters?: Record<string, string | number>) {
  const rows: Row[] = (await connection.runAndReadAll(sql, parameters)).getRowObjectsJS();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, number(value)])));
}

async function unknownOf(connection: DuckDBConnection, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const byId = new Map<string, StoredEvent>();
  for (const stored of events) if (!byId.has(stored.event.eventId)) byId.set(stored.event.eventId, stored);
  const ids = [...byId.keys()].sort();
  if (!ids.length) return [];
  const known = await read(connection, KNOWN, { low: ids[0]!, high: ids.at(-1)!, ids: ids.join(',') });
  for (const { id } of known) byId.delete(id as string);
  return [...byId.values()];
}

async function opened(path: string, warn: (message: string) => void): Promise<DuckDBInstance> {
  const options = { memory_limit: '256MB', threads: '2' };
  try {
    return await DuckDBInstance.create(path, options);
  } catch (error) {
    if (/lock/i.test(String(error))) {
      throw new Error(
        `${path} is in use by another server. Stop that one, or give this one a data directory of its own.`,
        {
          cause: error,
        },
      );
    }
    warn(`${path} cannot be opened and is built anew from the journal: ${error}`);
    await removeDuckdb(path);
    return DuckDBInstance.create(path, options);
  }
}

/** Deletes a closed database with its write-ahead log. */
export async function removeDuckdb(path: string): Promise<void> {
  await Promise.all([path, `${path}.wal`].map((file) => rm(file, { force: true })));
}

/**
 * Opens a store in one DuckDB file. The process that has it open is its only owner, and so of the data directory.
 * @throws when another process has it; a damaged file is replaced by an empty one with a warning
 */
export async function openDuckdb(path: string, warn: (message: string) => void): Promise<EventStore> {
  const instance = await opened(path, warn);
  const [writer, reader] = await Promise.all([instance.connect(), instance.connect()]);
  await writer.run(TABLES);
  return {
    async position() {
      const [row] = await read(writer, 'SELECT segment, "offset" FROM journal_position');
      return row && { segment: row.segment as number, offset: row.offset as number };
    },
    async apply(events, { segment, offset }) {
      await writer.run('BEGIN');
      try {
        await appendRows(writer, await unknownOf(writer, events));
        await writer.run('DELETE FROM journal_position');
        await writer.run('INSERT INTO journal_position VALUES ($segment, $offset)', { segment, offset });
        await writer.run('COMMIT');
      } catch (error) {
        await writer.run('ROLLBACK').catch(() => {});
        throw error;
      }
    },
    query: (sql, parameters) => read(reader, sql, parameters),
    async close() {
      writer.closeSync();
      reader.closeSync();
      instance.closeSync();
    },
  };
}
