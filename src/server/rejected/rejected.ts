import type { StoredEvent } from '../collector/stored-event.js';
import { type RejectedEvent, readEvent } from '../collector/take-batch.js';
import type { Erasures } from '../erase/erasure.js';
import { type Journal, openJournal } from '../journal/journal.js';

/** Events that were refused, in a journal of their own, until a server that understands them reads them again. */
export interface Rejected {
  readonly bytes: number;
  /** Resolves once they are on disk. */
  add(events: readonly RejectedEvent[]): Promise<void>;
  /** Reads all that is there again. What is taken now goes to `take` and is gone from here; the rest stays. */
  replay(take: (events: readonly StoredEvent[]) => Promise<unknown>): Promise<Replayed>;
  /** Forgets somebody's. */
  erase(erasures: Erasures, texts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Replayed {
  readonly taken: number;
  readonly stillRejected: number;
  /** The reasons of those, and how often each. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Small, so that what is full goes in small steps. */
const SEGMENT_BYTES = 4 * 1024 * 1024;

const readAgain = (record: RejectedEvent) => readEvent(record.event, record);
const isTakenNow = (record: unknown) => 'event' in readAgain(record as RejectedEvent);

/** @param maxBytes of all: the oldest go, with a warning */
export async function openRejected(
  directory: string,
  { maxBytes, warn, now }: { maxBytes: number; warn: (message: string) => void; now: () => number },
): Promise<Rejected> {
  const journal: Journal = await openJournal(directory, { segmentBytes: Math.min(SEGMENT_BYTES, maxBytes), warn });
  let replaying: Promise<unknown> = Promise.resolve();

  async function bound(): Promise<void> {
    if (journal.bytes <= maxBytes) return;
    // a segment more than there may be: the one that is written cannot go
    if (journal.start.segment === journal.end.segment) await journal.rotate();
    const gone = await journal.retain({ maxBytes }, now(), journal.end);
    if (gone.length) warn(`More than ${maxBytes} bytes of events were refused: the oldest are gone. See ${directory}.`);
  }

  async function replay(take: (events: readonly StoredEvent[]) => Promise<unknown>): Promise<Replayed> {
    let taken = 0;
    let stillRejected = 0;
    const reasons: Record<string, number> = {};
    const until = await journal.rotate();
    for (let at = journal.start; at.segment < until; ) {
      const { records, next } = await journal.read(at);
      const fit: StoredEvent[] = [];
      for (const record of records as readonly RejectedEvent[]) {
        const read = readAgain(record);
        if ('event' in read) fit.push(read);
        else {
          reasons[read.error] = (reasons[read.error] ?? 0) + 1;
          stillRejected += 1;
        }
      }
      if (fit.length) await take(fit);
      taken += fit.length;
      at = next;
    }
    // Only now: a crash before this has them read once more, and the store knows them by their id.
    await journal.rewrite(until, (record) => (isTakenNow(record) ? undefined : record));
    return { taken, stillRejected, reasons };
  }

  return {
    get bytes() {
      return journal.bytes;
    },
    async add(events) {
      await journal.append(events);
      await bound();
    },
    replay(take) {
      const next = replaying.then(() => replay(take));
      replaying = next.catch(() => {});
      return next;
    },
    async erase(erasures, texts) {
      await replaying;
      await journal.rewrite(
        await journal.rotate(),
        (record) => (erasures.has(record as RejectedEvent) ? undefined : record),
        texts,
      );
    },
    close: () => replaying.then(() => journal.close()),
  };
}
