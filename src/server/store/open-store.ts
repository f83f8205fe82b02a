import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { clickhouse } from '../../insights/dialects/clickhouse.js';
import type { Dialect } from '../../insights/dialects/dialect.js';
import { duckdb } from '../../insights/dialects/duckdb.js';
import type { Query } from '../../insights/query.js';
import { backoffMs } from '../../shared/backoff.js';
import type { Clock } from '../../shared/clock.js';
import type { Erasure } from '../erase/erasure.js';
import type { JournalReader } from '../journal/journal-reader.js';
import { isBefore, type Position } from '../journal/position.js';
import type { Database, FromStore, ToStore } from './messages.js';
import type { Progress } from './projection.js';

/** The store, which lives in a thread of its own, as the server's thread sees it. */
export interface StoreClient {
  /** How far into the journal it is; undefined while that is unknown. */
  readonly position: Position | undefined;
  readonly isCaughtUp: boolean;
  /**
   * Has it follow a journal from now on, also when the thread is started again.
   * @param rebuild whether the database is put aside and filled anew, this once
   */
  follow(followed: Followed, rebuild: boolean): Promise<void>;
  /** As of `Projection`. */
  catchUp(): Promise<void>;
  readonly query: Query;
  /** In which `query` is asked. */
  readonly dialect: Dialect;
  close(): Promise<void>;
}

/** A journal, and what the thread must know of it. */
export interface Followed {
  readonly journal: JournalReader;
  readonly directory: string;
  /** All there are by now. */
  readonly erasures: () => readonly Erasure[];
}

type Asked = Extract<ToStore, { id: number }>;
type WithoutId<M> = M extends unknown ? Omit<M, 'id'> : never;

interface Line {
  ask(message: WithoutId<Asked>): Promise<unknown>;
  tell(message: ToStore): void;
}

interface LineEvents {
  readonly onProgress: (progress: Progress) => void;
  readonly warn: (message: string) => void;
  /** The thread has ended without being told to. */
  readonly onDeath: (error: Error) => void;
}

/** More of the heap than a page of events ever takes. A thread that needs more is started again; the server goes on. */
const HEAP_MB = 128;
const YOUNG_MB = 16;

/**
 * Starts the thread. From source, where threads read no TypeScript, its work is done in this one.
 */
async function startThread(): Promise<Worker | MessagePort> {
  if (!import.meta.url.endsWith('.ts')) {
    const url = new URL('./store-thread.js', import.meta.url);
    return new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB } });
  }
  const { port1, port2 } = new MessageChannel();
  const { serveStore } = await import('./store-thread.js');
  serveStore(port1);
  return port2;
}

async function openLine({ onProgress, warn, onDeath }: LineEvents): Promise<Line> {
  const thread = await startThread();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let nextId = 1;
  let closing = false;
  let ended: Error | undefined;
  const end = (error: Error) => {
    if (ended) return;
    ended = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!closing) onDeath(error);
  };
  thread.on('message', (message: FromStore) => {
    if (message.kind === 'progress') return onProgress(message.progress);
    if (message.kind === 'warning') return warn(message.message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.value);
    else asked?.reject(new Error(message.error));
  });
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The thread of the store has ended.')));
  return {
    ask(message) {
      // nobody would answer
      if (ended) return Promise.reject(ended);
      closing ||= message.kind === 'close';
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.postMessage({ ...message, id });
      });
    },
    tell: (message) => thread.postMessage(message),
  };
}

/**
 * Opens the database in its thread. Should the thread die, it is started again, and the journal keeps what comes meanwhile.
 * @throws when another process has the database, or the thread dies while it opens it
 */
export async function openStore(
  database: Database,
  {
    clock,
    warn,
    onProgress,
  }: { clock: Clock; warn: (message: string) => void; onProgress: (progress: Progress) => void },
): Promise<StoreClient> {
  let line: Line | undefined;
  let position: Position | undefined;
  let followed: Followed | undefined;
  let stop = () => {};
  let deaths = 0;
  let timer: unknown;
  let starting: Promise<void> | undefined;
  let closed = false;

  const isBehind = (journal: JournalReader) => isBefore(position ?? journal.start, journal.end);
  const down = () => Promise.reject(new Error('The store is being started again.'));

  async function connect(): Promise<void> {
    const opened = await openLine({
      warn,
      onProgress(progress) {
        deaths = 0;
        position = progress.position;
        onProgress(progress);
      },
      onDeath(error) {
        // while it starts, whoever starts it is told so by what it asks
        if (line !== opened) return;
        line = undefined;
        warn(`The store has failed and is started again; the journal keeps the events meanwhile: ${error}`);
        again();
      },
    });
    try {
      position = (await opened.ask({ kind: 'open', database })) as Position | undefined;
      if (followed) await begin(followed, opened);
    } catch (error) {
      await opened.ask({ kind: 'close' }).catch(() => {});
      throw error;
    }
    line = opened;
  }

  function again(): void {
    if (closed) return;
    timer = clock.setTimeout(() => {
      starting = connect().catch((error) => {
        warn(`The store cannot be started: ${error}`);
        again();
      });
    }, backoffMs(deaths));
    deaths += 1;
  }

  function tellGrowth({ start, end }: JournalReader, to: Line): void {
    to.tell({ kind: 'grown', start, end });
  }

  async function begin({ journal, directory, erasures }: Followed, opened: Line, rebuild = false): Promise<void> {
    if (rebuild) position = undefined;
    const { start, end } = journal;
    await opened.ask({ kind: 'start', journal: directory, start, end, erasures: erasures(), rebuild });
    // what came meanwhile
    tellGrowth(journal, opened);
  }

  await connect();
  return {
    get position() {
      return position;
    },
    get isCaughtUp() {
      return followed !== undefined && !isBehind(followed.journal);
    },
    async follow(wanted, rebuild) {
      followed = wanted;
      await begin(wanted, line!, rebuild);
      stop = wanted.journal.onGrow(() => line && tellGrowth(wanted.journal, line));
    },
    catchUp: async () => {
      if (!line) return down();
      tellGrowth(followed!.journal, line);
      await line.ask({ kind: 'catch-up' });
    },
    dialect: 'path' in database ? duckdb : clickhouse,
    query: async (sql, parameters) => {
      if (!line) return down();
      return (await line.ask({ kind: 'query', sql, parameters })) as Record<string, unknown>[];
    },
    async close() {
      closed = true;
      stop();
      clock.clearTimeout(timer);
      // a thread that is being started can be told to close only then
      await starting;
      await line?.ask({ kind: 'close' });
    },
  };
}
