import { backoffMs } from '../../shared/backoff.js';
import type { Clock } from '../../shared/clock.js';
import type { JournalRecord, StoredEvent, ToldRecord } from '../collector/stored-event.js';
import type { Erasures } from '../erase/erasure.js';
import { strip } from '../erase/strip.js';
import { type JournalPage, type JournalReader, PAGE_BYTES } from '../journal/journal-reader.js';
import { isBefore, type Position } from '../journal/position.js';
import type { EventStore, Page } from './event-store.js';

/** Carries the journal into the store. Where it is stands in the store, written together with the rows. */
export interface Projection {
  /** Whether the store has everything that the journal has. */
  readonly isCaughtUp: boolean;
  /**
   * Resolves once the store holds everything acknowledged before the call.
   * @throws when the store fails; the projection itself tries on
   */
  catchUp(): Promise<void>;
  /** Ends after the page under way. */
  close(): Promise<void>;
}

/** What became of a page. */
export interface Progress {
  readonly position: Position;
  readonly stored: number;
  readonly duplicates: number;
  readonly erased: number;
}

interface Waiter {
  readonly until: Position;
  resolve(): void;
  reject(error: unknown): void;
}

export interface ProjectionParts {
  readonly journal: JournalReader;
  readonly store: Pick<EventStore, 'position' | 'apply'>;
  readonly erasures: Erasures;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** How long events may gather when nobody asks for them: a database likes few, large batches. */
  readonly lingerMs?: number;
}

/** What a page means to a store. Somebody who is to be forgotten is so before and behind the place where that is said. */
function toPage({ records, next }: JournalPage, erasures: Erasures): Page & { erased: number } {
  const events: StoredEvent[] = [];
  const told: ToldRecord[] = [];
  const erase = (records as readonly JournalRecord[]).flatMap((record) => ('erase' in record ? [record.erase] : []));
  erase.forEach(erasures.add);
  let erased = 0;
  for (const record of records as readonly JournalRecord[]) {
    if ('erase' in record) continue;
    const kept = strip(record, erasures);
    if (!kept) erased += 1;
    else if ('event' in kept) events.push(kept);
    else told.push(kept);
  }
  return { events, told, erase, next, erased };
}

export async function startProjection({
  journal,
  store,
  erasures,
  clock,
  warn,
  onProgress,
  lingerMs = 500,
}: ProjectionParts): Promise<Projection> {
  let position = (await store.position()) ?? journal.start;
  let waiters: Waiter[] = [];
  let timer: unknown;
  let underWay: Promise<void> | undefined;
  let failures = 0;
  let closed = false;

  const isBehind = () => isBefore(position, journal.end);

  /** By more than it pays to wait for. */
  const isFarBehind = () =>
    position.segment < journal.end.segment || journal.end.offset - position.offset > PAGE_BYTES / 2;

  function later(delayMs: number): void {
    if (!closed) timer ??= clock.setTimeout(run, delayMs);
  }

  async function step(): Promise<void> {
    const read = await journal.read(position);
    if (read.damaged) warn(`The journal has ${read.damaged} damaged lines after ${JSON.stringify(position)}.`);
    const { erased, ...page } = toPage(read, erasures);
    const { duplicates } = await store.apply(page);
    position = page.next;
    failures = 0;
    onProgress?.({ position, stored: page.events.length - duplicates, duplicates, erased });
    const ready = waiters.filter(({ until }) => !isBefore(position, until));
    waiters = waiters.filter(({ until }) => isBefore(position, until));
    for (const waiter of ready) waiter.resolve();
  }

  function fail(error: unknown): void {
    if (!failures) warn(`The store takes no events, and the journal keeps them until it does: ${error}`);
    const waiting = waiters;
    waiters = [];
    for (const waiter of waiting) waiter.reject(error);
    later(backoffMs(failures, { maxMs: 10_000 }));
    failures += 1;
  }

  async function follow(): Promise<void> {
    try {
      do await step();
      while (isBehind() && !closed && (waiters.length || isFarBehind()));
      if (isBehind()) later(lingerMs);
    } catch (error) {
      fail(error);
    }
    underWay = undefined;
  }

  function run(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    if (!underWay && isBehind()) underWay = follow();
  }

  const stop = journal.onGrow(() => later(lingerMs));
  run();

  return {
    get isCaughtUp() {
      return !isBehind();
    },
    catchUp() {
      if (!isBehind()) return Promise.resolve();
      if (closed) return Promise.reject(new Error('The server is closing.'));
      return new Promise((resolve, reject) => {
        waiters.push({ until: journal.end, resolve, reject });
        run();
      });
    },
    async close() {
      closed = true;
      stop();
      clock.clearTimeout(timer);
      await underWay;
      for (const waiter of waiters) waiter.reject(new Error('The server is closing.'));
    },
  };
}
