import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { duckdb } from '../../insights/dialects/duckdb.js';
import { VIEWS } from '../../insights/views.js';
import type { StoredEvent } from '../collector/stored-event.js';
import { type Erasure, partsOf } from '../erase/erasure.js';
import { appendRows } from './duckdb-rows.js';
import type { EventStore } from './event-store.js';
import { lookups } from './known.js';
import { noteOpening, setAside } from './opening.js';
import { FIRST_DUE, FORGET_IDS, STEPS } from './rollup/roll-up.js';
import { ARRIVED, EVENTS, ROLLED, VIEW_PARTS } from './rollup/rolled.js';
import { rowsOf, TABLES } from './tables/index.js';

const POSITION = { name: 'journal_position', columns: 'segment BIGINT, "offset" BIGINT' };

/** The table that rows of one of `tables/` are in. */
const storedIn = (name: string) => (name === 'events' ? ARRIVED : name);

const FORM = [
  ...[...TABLES, ...ROLLED].map(({ name, columns }) => ({
    name: storedIn(name),
    columns: columns.map((of) => `${of.name} ${of.type}`).join(', '),
  })),
  POSITION,
];

/** Makes the tables and views that are not there yet. */
export const CREATE = [
  ...FORM.map(({ name, columns }) => `CREATE TABLE IF NOT EXISTS ${name} (${columns})`),
  ...Object.entries({ events: EVENTS, view_parts: VIEW_PARTS, ...VIEWS }).map(
    ([name, select]) => `CREATE OR REPLACE VIEW ${name} AS ${select}`,
  ),
].join(';');

/** The tables that a file has, with their columns as `CREATE` has them. */
const FOUND = `
  SELECT table_name AS name,
    string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index) AS columns
  FROM duckdb_columns()
  WHERE NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())
  GROUP BY table_name`;

/** Events already there. The bounds let the engine skip row groups; a unique index would slow every insert down. */
const KNOWN = `
  SELECT event_id::VARCHAR AS id
  FROM (SELECT event_id, received_ms FROM ${ARRIVED} UNION ALL SELECT event_id, received_ms FROM known_ids) AS known
  WHERE received_ms >= $sinceMs::BIGINT AND event_id BETWEEN $low::UUID AND $high::UUID
    AND event_id IN (SELECT unnest(string_split($ids, ','))::UUID)`;

/** Whose an event is. */
const THEIRS = {
  viewerId: "viewer = 'v:' || $id",
  sessionId: 'session_id = $id',
  viewId: 'view_id = $id',
};

/** An order that a page told of goes with the event that told of it. */
const erasePurchases = (theirs: string) => `
  DELETE FROM order_lines WHERE source = 'page' AND (site, received_ms, at_ms) IN (
    SELECT (site, received_ms, at_ms) FROM events WHERE type = 'purchase' AND ${theirs})`;

/** Those of the shop stay, without a word of who placed them. */
const STRIP = {
  viewerId: "UPDATE order_lines SET viewer = NULL, token_view = NULL WHERE viewer = 'v:' || $id",
  sessionId: undefined,
  viewId: 'UPDATE order_lines SET token_view = NULL WHERE token_view = $id',
};

/** Of a viewer who is to be forgotten it is not known any more that they are written to. */
const ASSIGNED = "DELETE FROM recovery_assignments WHERE viewer = 'v:' || $id";

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
  const here = site === undefined ? '' : ' AND site = $site';
  const parameters: Record<string, string> = site === undefined ? { id } : { id, site };
  const theirs = THEIRS[by] + here;
  await connection.run(erasePurchases(theirs), parameters);
  if (STRIP[by]) await connection.run(STRIP[by] + here, parameters);
  if (by === 'viewerId') await connection.run(ASSIGNED + here, parameters);
  for (const table of [ARRIVED, 'kept_events', 'rolled_events', 'rolled_views']) {
    await connection.run(`DELETE FROM ${table} WHERE ${theirs}`, parameters);
  }
}

/** One core less than there are: a beacon must not wait for a question. */
const THREADS = String(Math.max(1, Math.min(4, availableParallelism() - 1)));

/** What is rolled up at once: a page of the journal waits for no more than that. */
const SLICE_MS = 3_600_000;

/** For those who say nothing else: a beacon costs no more than this. */
const MEMORY_BYTES = 96 * 1024 * 1024;

const open = (path: string, memoryBytes: number) =>
  DuckDBInstance.create(path, { memory_limit: `${memoryBytes}B`, threads: THREADS });

/** Whether a file has other tables than these, or others in them: it is of another version, and the journal knows better. */
async function isOfOtherForm(instance: DuckDBInstance): Promise<boolean> {
  const connection = await instance.connect();
  try {
    const found = await read(connection, FOUND);
    if (!found.length) return false;
    const columns = new Map(found.map((table) => [table.name, table.columns]));
    return FORM.some((table) => columns.get(table.name) !== table.columns.replaceAll('"', ''));
  } finally {
    connection.closeSync();
  }
}

async function opened(path: string, warn: (message: string) => void, memoryBytes: number): Promise<DuckDBInstance> {
  const create = () => open(path, memoryBytes);
  const attempt = await noteOpening(path);
  if (attempt.deaths >= DEADLY) {
    warn(`${path} has ended the last ${attempt.deaths} servers that opened it, and is built anew from the journal.`);
    await setAside(path);
  }
  try {
    const instance = await create();
    if (!(await isOfOtherForm(instance))) return instance;
    instance.closeSync();
    warn(`${path} is of another version of the server and is built anew from the journal.`);
    await setAside(path);
    return await create();
  } catch (error) {
    if (/lock/i.test(String(error))) {
      const cure = 'Stop that one, or give this one a data directory of its own.';
      throw new Error(`${path} is in use by another server. ${cure}`, { cause: error });
    }
    warn(`${path} cannot be opened and is built anew from the journal: ${error}`);
    await setAside(path);
    return await create();
  } finally {
    await attempt.survived();
  }
}

/**
 * Opens a store in one DuckDB file. The process that has it open is its only owner, and so of the data directory.
 * @throws when another process has it; a damaged file is replaced by an empty one with a warning
 */
export async function openDuckdb(
  path: string,
  warn: (message: string) => void,
  memoryBytes = MEMORY_BYTES,
): Promise<EventStore> {
  const instance = await opened(path, warn, memoryBytes);
  const [writer, reader] = await Promise.all([instance.connect(), instance.connect()]);
  await writer.run(CREATE);
  let before: Promise<unknown> = Promise.resolve();
  /** All or nothing of it, after what was begun before: a connection has one transaction. */
  function atOnce<T>(work: () => Promise<T>): Promise<T> {
    const run = async () => {
      await writer.run('BEGIN');
      try {
        const done = await work();
        await writer.run('COMMIT');
        return done;
      } catch (error) {
        await writer.run('ROLLBACK').catch(() => {});
        throw error;
      }
    };
    const mine = before.then(run);
    before = mine.catch(() => {});
    return mine;
  }
  return {
    async position() {
      const [row] = await read(writer, 'SELECT segment, "offset" FROM journal_position');
      return row && { segment: row.segment as number, offset: row.offset as number };
    },
    apply: ({ events, told, erase = [], next }) =>
      atOnce(async () => {
        for (const erasure of erase.flatMap(partsOf)) await forget(writer, erasure);
        const unknown = await unknownOf(writer, events);
        for (const rows of rowsOf(unknown, told)) await appendRows(writer, rows, storedIn(rows.table.name));
        await writer.run('DELETE FROM journal_position');
        await writer.run('INSERT INTO journal_position VALUES ($segment, $offset)', { ...next });
        return { duplicates: events.length - unknown.length };
      }),
    async rollUp(beforeMs, sliceMs = SLICE_MS) {
      const [due] = await read(writer, FIRST_DUE, { before: beforeMs });
      if (due!.firstMs === null) return false;
      const upTo = Math.min(beforeMs, Math.floor((due!.firstMs as number) / sliceMs + 1) * sliceMs);
      await atOnce(async () => {
        for (const step of STEPS) await writer.run(step, { before: upTo });
        await writer.run(FORGET_IDS);
      });
      return true;
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
