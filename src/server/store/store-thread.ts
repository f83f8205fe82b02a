/**
 * The thread of the store: it reads the journal and fills the database, so that neither costs a beacon its
 * acknowledgement. As a file of its own it is what the thread starts with.
 */
import { getPriority, setPriority } from 'node:os';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { systemClock } from '../../shared/clock.js';
import { createErasures } from '../erase/erasure.js';
import { type JournalReader, readPage } from '../journal/journal-reader.js';
import { isBefore, type Position } from '../journal/position.js';
import type { EventStore } from './event-store.js';
import type { Database, FromStore, Start, ToStore } from './messages.js';
import { openAnew, openDatabase } from './open-database.js';
import { type Projection, startProjection } from './projection.js';
import { startRollUp } from './rollup/start-roll-up.js';

/** The journal of another thread, which tells how far it is. */
function followJournal(directory: string, start: Position, end: Position) {
  const listeners = new Set<() => void>();
  const reader: JournalReader = {
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    read: (from) => readPage(directory, isBefore(from, start) ? start : from, end),
    onGrow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    reader,
    grown(nextStart: Position, nextEnd: Position) {
      start = nextStart;
      end = nextEnd;
      for (const listener of listeners) listener();
    },
  };
}

/** Between 0, as all are, and 10, which is "below normal". */
const NICE = 5;

/**
 * Serves a port until it is told to close.
 * @param onFollow called once the database is open, which a server that starts waits for
 */
export function serveStore(port: MessagePort, onFollow = () => {}): void {
  const send = (message: FromStore) => port.postMessage(message);
  const warn = (message: string) => send({ kind: 'warning', message });
  let database: Database;
  let store: EventStore | undefined;
  let journal: ReturnType<typeof followJournal> | undefined;
  let projection: Projection | undefined;
  let rollUp: ReturnType<typeof startRollUp> | undefined;

  async function start({ journal: directory, start, end, erasures, rebuild }: Start): Promise<void> {
    if (rebuild) store = await openAnew(database, store!, warn);
    onFollow();
    journal = followJournal(directory, start, end);
    projection = await startProjection({
      journal: journal.reader,
      store: store!,
      erasures: createErasures(erasures),
      clock: systemClock,
      warn,
      onProgress: (progress) => send({ kind: 'progress', progress }),
    });
    const { rawMs } = 'path' in database ? database : {};
    if (rawMs) rollUp = startRollUp({ store: store!, rawMs, clock: systemClock, warn });
  }

  async function answer(message: ToStore): Promise<unknown> {
    switch (message.kind) {
      case 'open':
        database = message.database;
        store = await openDatabase(database, warn);
        return store.position();
      case 'start':
        return start(message);
      case 'grown':
        return journal?.grown(message.start, message.end);
      case 'catch-up':
        return projection!.catchUp();
      case 'query':
        return store!.query(message.sql, message.parameters as Record<string, string>);
      case 'close':
        await rollUp?.close();
        await projection?.close();
        await store?.close();
        return undefined;
    }
  }

  port.on('message', async (message: ToStore) => {
    const id = 'id' in message ? message.id : undefined;
    try {
      const value = await answer(message);
      if (id !== undefined) send({ kind: 'answer', id, value });
    } catch (error) {
      if (id !== undefined) send({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) });
    }
    if (message.kind === 'close') port.close();
  });
}

/** Acknowledging comes first: a little less of a busy processor than the server's thread gets. */
function stepBack(): void {
  // on Linux 0 is this thread, elsewhere it would be the whole process; a program that was started nicer may not take it back
  if (process.platform === 'linux' && getPriority(0) < NICE) setPriority(0, NICE);
}

if (parentPort) serveStore(parentPort, stepBack);
