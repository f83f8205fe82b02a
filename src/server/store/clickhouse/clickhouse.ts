import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { clickhouse, SETTINGS, typed } from '../../../insights/dialects/clickhouse.js';
import type { Query } from '../../../insights/query.js';
import type { StoredEvent } from '../../collector/stored-event.js';
import { createErasures, type Erasure } from '../../erase/erasure.js';
import type { Position } from '../../journal/position.js';
import { COLUMNS } from '../columns.js';
import type { EventStore } from '../event-store.js';
import { lookups } from '../known.js';
import { rowsOf, shardOf } from './schema.js';

/** Where ClickHouse is. */
export interface ClickhouseAt {
  /** Such as http://user:password@host:8123/database. */
  readonly url: string;
  /** Over whose machines the tables are spread, if they are. */
  readonly cluster?: string;
}

/** On top of what an insight needs: what is answered is stored, on every machine that it belongs to. */
const DURABLE = { ...SETTINGS, async_insert: 0, distributed_foreground_insert: 1, mutations_sync: '2' } as const;

/** How long ClickHouse may take for one page or one answer. */
const WITHIN_MS = 60_000;

const KNOWN = `
  SELECT event_id AS id, min(received_ms) AS "receivedMs" FROM ${rowsOf('events')}
  WHERE received_ms >= {sinceMs:Int64} AND event_id BETWEEN {low:String} AND {high:String}
    AND event_id IN {ids:Array(String)}
  GROUP BY event_id`;

/** Those of an id or a view; of a viewer they are the events under the pseudonym. */
const ERASE = {
  viewerId: "viewer = concat('v:', {id:String})",
  sessionId: 'session_id = {id:String}',
  viewId: 'view_id = {id:String}',
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

const rowOf = (stored: StoredEvent) =>
  Object.fromEntries(
    COLUMNS.map(({ name, type, of }) => {
      const value = of(stored) ?? null;
      if (type === 'BIGINT' && value !== null) return [name, Math.round(value as number)];
      return [name, type === 'UUID' ? (value as string).toLowerCase() : value];
    }),
  );

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
  /** Up to when the orders of other servers to forget somebody are known here. */
  let erasuresKnown = 0;

  const read = async <Row>(sql: string, parameters: Record<string, unknown> = {}): Promise<Row[]> => {
    const answer = await client.query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
    return answer.json<Row>();
  };
  const insert = (table: string, values: readonly object[], token?: string) =>
    client.insert({
      table,
      values,
      format: 'JSONEachRow',
      clickhouse_settings: token === undefined ? {} : { insert_deduplication_token: token },
    });
  /** Greater than any before, so that of two rows it is clear which is the later. */
  const nextVersion = () => (version = Math.max(Date.now(), version + 1));

  async function forget({ by, id, site }: Erasure): Promise<void> {
    const table = at.cluster === undefined ? rowsOf('events') : `${shardOf(rowsOf('events'))} ON CLUSTER ${at.cluster}`;
    const where = site === undefined ? ERASE[by] : `${ERASE[by]} AND site = {site:String}`;
    await client.command({ query: `ALTER TABLE ${table} DELETE WHERE ${where}`, query_params: { id, site } });
  }

  /** Whom other servers were told to forget since it was last asked. */
  async function others(): Promise<Erasure[]> {
    const sql = 'SELECT field, id, site, version FROM erasures FINAL WHERE version > {known:UInt64} ORDER BY version';
    const rows = await read<{ field: Erasure['by']; id: string; site: string; version: number }>(sql, {
      // clocks of servers differ by less
      known: Math.max(0, erasuresKnown - WITHIN_MS),
    });
    erasuresKnown = Math.max(erasuresKnown, ...rows.map((row) => row.version));
    const found = rows.map(({ field, id, site }) => ({ by: field, id, ...(site && { site }) }) as Erasure);
    const unknown = found.filter((erasure) => !listed.has(JSON.stringify(erasure)));
    for (const erasure of unknown) {
      listed.add(JSON.stringify(erasure));
      erasures.add(erasure);
    }
    return unknown;
  }
  const listed = new Set<string>();

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
  const note = ({ segment, offset }: Position) =>
    insert('journal_positions', [{ server, segment, offset, version: nextVersion() }]);

  try {
    await position();
    await others();
  } catch (error) {
    await client.close();
    const { type } = error as { type?: string };
    const cure = type === 'UNKNOWN_TABLE' ? ' Run `npx shoppable-video migrate` first.' : '';
    throw new Error(`ClickHouse (CLICKHOUSE_URL) cannot be used.${cure} It says: ${(error as Error).message}`, {
      cause: error,
    });
  }

  return {
    position,
    async apply({ events, erase = [], next }) {
      for (const { by, id, site } of erase) {
        // told first: whoever stores something of theirs after the deletion reads it behind that
        await insert('erasures', [{ field: by, id, site: site ?? '', version: nextVersion() }]);
        await forget({ by, id, site });
      }
      await others();
      const unknown = await unknownOf(events.filter((stored) => !erasures.has(stored)));
      const token = `${server}:${next.segment}:${next.offset}`;
      if (unknown.length) await insert(rowsOf('events'), unknown.map(rowOf), token);
      for (const erasure of await others()) await forget(erasure);
      await note(next);
      return { duplicates: events.length - unknown.length };
    },
    /** Anew from the beginning of the journal: what is there already is known again. */
    reset: async () => void (await note({ segment: 0, offset: 0 })),
    dialect: clickhouse,
    query: ((sql, parameters) => read(typed(sql, parameters), { ...parameters })) as Query,
    close: () => client.close(),
  };
}
