import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { clickhouse, SETTINGS, typed } from '../../../insights/dialects/clickhouse.js';
import type { Query } from '../../../insights/query.js';
import type { StoredEvent } from '../../collector/stored-event.js';
import { createErasures, type Erasure, partsOf } from '../../erase/erasure.js';
import { strip } from '../../erase/strip.js';
import type { Position } from '../../journal/position.js';
import type { EventStore } from '../event-store.js';
import { lookups } from '../known.js';
import { type Rows, rowsOf } from '../tables/index.js';
import type { Table } from '../tables/table.js';
import { shardOf, storedIn, versionOf } from './schema.js';
import { KEPT } from './tables.js';

/** Where ClickHouse is. */
export interface ClickhouseAt {
  /** Such as http://user:password@host:8123/database. */
  readonly url: string;
  /** Over whose machines the tables are spread, if they are. */
  readonly cluster?: string;
}

/**
 * On top of what an insight needs: what is answered is stored, on every machine that it belongs to; and what is inserted
 * again is so, for only the rows tell whether they are there.
 */
const DURABLE = {
  ...SETTINGS,
  async_insert: 0,
  insert_deduplicate: 0,
  distributed_foreground_insert: 1,
  mutations_sync: '2',
} as const;

/** How long ClickHouse may take for one page or one answer. */
const WITHIN_MS = 60_000;

const KNOWN = `
  SELECT event_id AS id, min(received_ms) AS "receivedMs" FROM ${storedIn('events')}
  WHERE received_ms >= {sinceMs:Int64} AND event_id BETWEEN {low:String} AND {high:String}
    AND event_id IN {ids:Array(String)}
  GROUP BY event_id`;

const ID = '{id:String}';

/** Whose an event is. */
const THEIRS = {
  viewerId: `viewer = concat('v:', ${ID})`,
  sessionId: `session_id = ${ID}`,
  viewId: `view_id = ${ID}`,
};

/** The lines of an order that a page told of with one event. */
const PAGE_TOLD =
  "DELETE WHERE source = 'page' AND site = {site:String} AND received_ms = {received_ms:Int64} AND at_ms = {at_ms:Int64}";

/** Those of the shop stay, without a word of who placed them. */
const STRIP = {
  viewerId: `UPDATE viewer = NULL, token_view = NULL WHERE viewer = concat('v:', ${ID})`,
  sessionId: undefined,
  viewId: `UPDATE token_view = NULL WHERE token_view = ${ID}`,
};

export const connect = ({ url }: Pick<ClickhouseAt, 'url'>): ClickHouseClient =>
  createClient({
    url,
    request_timeout: WITHIN_MS,
    clickhouse_settings: DURABLE,
    // thousands of ids are too many for an address
    use_multipart_params_auto: true,
    application: 'shoppable-video',
    // whoever asked says what became of it
    log: { level: 127 },
  });

/** What to tell whoever has set the address. */
export function unusable(cause: unknown): Error {
  const { type, message } = cause as Error & { type?: string };
  const cure = type === 'UNKNOWN_TABLE' ? ' Run `npx shoppable-video migrate` first.' : '';
  return new Error(`ClickHouse (CLICKHOUSE_URL) cannot be used.${cure} It says: ${message}`, { cause });
}

/** What ClickHouse reads of a row. */
function written<Row>({ columns }: Table<Row>, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name, type, of }) => {
      const value = of(row) ?? null;
      if (type === 'BIGINT' && value !== null) return [name, Math.round(value as number)];
      return [name, type === 'UUID' ? (value as string).toLowerCase() : value];
    }),
  );
}

/**
 * Opens the store that several servers share. Rows may be written twice and are read once: a page whose server ended in the
 * middle of it, before its position stood there too, is written again, and an event that two servers got is in it from
 * both. So nothing needs a transaction, which ClickHouse does not have over two tables.
 * @param server the name under which this server's place in its journal is kept
 * @throws when it does not answer or has not got the tables
 */
export async function openClickhouse(at: ClickhouseAt, server: string): Promise<EventStore> {
  const client = connect(at);
  const erasures = createErasures();
  let version = 0;
  const listed = new Set<string>();
  const note = (erasure: Erasure) => {
    listed.add(JSON.stringify([erasure.by, erasure.id, erasure.site ?? '']));
    erasures.add(erasure);
  };
  /** Up to when the orders of other servers to forget somebody are known here. */
  let erasuresKnown = 0;

  const read = async <Row>(sql: string, parameters: Record<string, unknown> = {}): Promise<Row[]> => {
    const answer = await client.query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
    return answer.json<Row>();
  };
  const insert = (table: string, values: readonly object[]) => client.insert({ table, values, format: 'JSONEachRow' });
  /** Greater than any before, so that of two rows it is clear which is the later. */
  const nextVersion = () => (version = Math.max(Date.now(), version + 1));

  async function alter(name: string, what: string, parameters: object): Promise<void> {
    const rows = storedIn(name);
    const table = at.cluster === undefined ? rows : `${shardOf(rows)} ON CLUSTER ${at.cluster}`;
    await client.command({ query: `ALTER TABLE ${table} ${what}`, query_params: { ...parameters } });
  }

  async function forget({ by, id, site }: Erasure): Promise<void> {
    const here = site === undefined ? '' : ' AND site = {site:String}';
    // an order that only a page told of goes with the event that told of it
    const purchases = `SELECT DISTINCT site, received_ms, at_ms FROM ${storedIn('events')} WHERE type = 'purchase' AND `;
    for (const telling of await read<object>(purchases + THEIRS[by] + here, { id, site })) {
      await alter('order_lines', PAGE_TOLD, telling);
    }
    const stripped = STRIP[by];
    if (stripped) await alter('order_lines', stripped + here, { id, site });
    if (by === 'viewerId') await alter('recovery_assignments', `DELETE WHERE ${THEIRS.viewerId}${here}`, { id, site });
    await alter('events', `DELETE WHERE ${THEIRS[by]}${here}`, { id, site });
  }

  async function store({ table, rows }: Rows<unknown>): Promise<void> {
    const kept = KEPT.find(({ name }) => name === table.name)!;
    const values = rows.map((row) => {
      const value = written(table, row);
      return { ...value, version: versionOf(kept, value.received_ms as number) };
    });
    if (values.length) await insert(storedIn(table.name), values);
  }

  /** Whom other servers were told to forget since it was last asked, and when. */
  async function others(): Promise<{ erasure: Erasure; version: number }[]> {
    const sql = 'SELECT field, id, site, version FROM erasures FINAL WHERE version > {known:UInt64} ORDER BY version';
    const rows = await read<{ field: Erasure['by']; id: string; site: string; version: number }>(sql, {
      // clocks of servers differ by less
      known: Math.max(0, erasuresKnown - WITHIN_MS),
    });
    erasuresKnown = Math.max(erasuresKnown, ...rows.map((row) => row.version));
    const unknown = rows
      .filter(({ field, id, site }) => !listed.has(JSON.stringify([field, id, site])))
      .map(({ field, id, site, ...row }) => ({ ...row, erasure: { by: field, id, ...(site && { site }) } }));
    for (const { erasure } of unknown) note(erasure);
    return unknown;
  }

  async function unknownOf(events: readonly StoredEvent[]): Promise<StoredEvent[]> {
    const byId = new Map<string, StoredEvent>();
    for (const stored of events) {
      const id = stored.event.eventId.toLowerCase();
      if (!byId.has(id)) byId.set(id, stored);
    }
    for (const { ids, ...bounds } of lookups([...byId.values()])) {
      const lower = {
        ids: ids.map((id) => id.toLowerCase()),
        low: bounds.low.toLowerCase(),
        high: bounds.high.toLowerCase(),
      };
      for (const { id, receivedMs } of await read<{ id: string; receivedMs: number }>(KNOWN, { ...bounds, ...lower })) {
        // what another server got later and stored sooner does not stay
        if (receivedMs <= byId.get(id)!.receivedMs) byId.delete(id);
      }
    }
    return [...byId.values()];
  }

  const position = async (): Promise<Position | undefined> => {
    const sql = 'SELECT segment, "offset", version FROM journal_positions FINAL WHERE server = {server:String}';
    const [row] = await read<Position & { version: number }>(sql, { server });
    version = Math.max(version, row?.version ?? 0);
    return row && { segment: row.segment, offset: row.offset };
  };
  const moveTo = ({ segment, offset }: Position) =>
    insert('journal_positions', [{ server, segment, offset, version: nextVersion() }]);

  try {
    await position();
    // it may have ended between storing something of theirs and reading that they are to be forgotten
    const sinceMs = (version || Date.now() - 3_600_000) - WITHIN_MS;
    for (const other of await others()) if (other.version >= sinceMs) await forget(other.erasure);
  } catch (error) {
    await client.close();
    throw unusable(error);
  }

  return {
    position,
    async apply({ events, told = [], erase = [], next }) {
      for (const { by, id, site } of erase.flatMap(partsOf)) {
        note({ by, id, site });
        // told first: whoever stores something of theirs after the deletion reads it behind that
        await insert('erasures', [{ field: by, id, site: site ?? '', version: nextVersion() }]);
        await forget({ by, id, site });
      }
      await others();
      const kept = events.flatMap((event) => strip(event, erasures) ?? []);
      const unknown = await unknownOf(kept);
      // events last: by them a page is known that was begun, and an order that one of them told of would be missing
      const orders = rowsOf(
        kept,
        told.flatMap((record) => strip(record, erasures) ?? []),
      );
      for (const rows of orders) if (rows.table.name !== 'events') await store(rows);
      for (const rows of rowsOf(unknown)) if (rows.table.name === 'events') await store(rows);
      for (const { erasure } of await others()) await forget(erasure);
      await moveTo(next);
      return { duplicates: events.length - unknown.length };
    },
    /** Anew from the beginning of the journal: what is there already is known again. */
    reset: async () => void (await moveTo({ segment: 0, offset: 0 })),
    dialect: clickhouse,
    query: ((sql, parameters) => read(typed(sql, parameters), { ...parameters })) as Query,
    close: () => client.close(),
  };
}
