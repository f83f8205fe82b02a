import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { duckdb } from '../../insights/dialects/duckdb.js';
import type { StoredEvent } from '../collector/stored-event.js';
import type { Erasure } from '../erase/erasure.js';
import { COLUMNS } from './columns.js';
import { appendRows } from './duckdb-rows.js';
import type { EventStore } from './event-store.js';
import { lookups } from './known.js';
import { noteOpening, setAside } from './opening.js';

const TABLES = `
  CREATE TABLE IF NOT EXISTS events (${COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ')});
  CREATE TABLE IF NOT EXISTS journal_position (segment BIGINT, "offset" BIGINT)`;

/** Events already there. The bounds let the engine skip row groups; a unique index would slow every insert down. */
const KNOWN = `
  SELECT event_id::VARCHAR AS id FROM events
  WHERE received_ms >= $sinceMs::BIGINT AND event_id BETWEEN $low::UUID AND $high::UUID
    AND event_id IN (SELECT unnest(string_split($ids, ','))::UUID)`;

const ERASE = {
  viewerId: "viewer = 'v:' || $id",
  sessionId: 'session_id = $id',
  viewId: 'view_id = $id',
};

/** So many servers in a row that died while they opened it are no accident. */
const DEADLY = 3;

type Row = Record<string, unknown>;

const number = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

async function read(connection: DuckDBConnection, sql: string, parameters?: Record<string, string | number>) {
  const rows: Row[] = (await connection.runAndReadAll(sql, parameters)).getRowObjectsJS();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, number(value)])));
}

async function unknownOf(connection: DuckDBConnection, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const byId = new Map<string, StoredEvent>();
  for (const stored of events) if (!byId.has(stored.event.eventId)) byId.set(stored.event.eventId, stored);
  for (const { ids, ...bounds } of lookups(events)) {
    for (const { id } of await read(connection, KNOWN, { ...bounds, ids: ids.join(',') })) byId.delete(id as string);
  }
  return [...byId.values()];
}

async function forget(connection: DuckDBConnection, { by, id, site }: Erasure): Promise<void> {
  if (site === undefined) await connection.run(`DELETE FROM events WHERE ${ERASE[by]}`, { id });
  else await connection.run(`DELETE FROM events WHERE ${ERASE[by]} AND site = $site`, { id, site });
}

/** One core less than there are: a beacon must not wait for a question. */
const THREADS = String(Math.max(1, Math.min(4, availableParallelism() - 1)));

const create = (path: string) => DuckDBInstance.create(path, { memory_limit: '96MB', threads: THREADS });

async function opened(path: string, warn: (message: string) => void): Promise<DuckDBInstance> {
  const attempt = await noteOpening(path);
  if (attempt.deaths >= DEADLY) {
    warn(`${path} has ended the last ${attempt.deaths} servers that opened it, and is built anew from the journal.`);
    await setAside(path);
  }
  try {
    return await create(path);
  } catch (error) {
    if (/lock/i.test(String(error))) {
      const cure = 'Stop that one, or give this one a data directory of its own.';
      throw new Error(`${path} is in use by another server. ${cure}`, { cause: error });
    }
    warn(`${path} cannot be opened and is built anew from the journal: ${error}`);
    await setAside(path);
    return await create(path);
  } finally {
    await attempt.survived();
  }
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
    async apply({ events, erase = [], next }) {
      await writer.run('BEGIN');
      try {
        for (const erasure of erase) await forget(writer, erasure);
        const unknown = await unknownOf(writer, events);
        if (unknown.length) await appendRows(writer, unknown);
        await writer.run('DELETE FROM journal_position');
        await writer.run('INSERT INTO journal_position VALUES ($segment, $offset)', { ...next });
        await writer.run('COMMIT');
        return { duplicates: events.length - unknown.length };
      } catch (error) {
        await writer.run('ROLLBACK').catch(() => {});
        throw error;
      }
    },
    dialect: duckdb,
    query: (sql, parameters) => read(reader, sql, parameters),
    async close() {
      writer.closeSync();
      reader.closeSync();
      instance.closeSync();
    },
  };
}
