import type { JournalRecord } from '../collector/stored-event.js';
import { type Journal, openJournal } from '../journal/journal.js';
import { readAll } from '../journal/read-all.js';
import type { Rejected } from '../rejected/rejected.js';
import { createErasures, type Erasure, type Erasures, partsOf } from './erasure.js';
import { strip } from './strip.js';

/** How somebody is forgotten, crash or not. */
export interface Forgetting {
  readonly erasures: Erasures;
  /** All there are, for a store that starts. */
  list(): readonly Erasure[];
  /**
   * Resolves once it is certain: what is under way with the id is dropped from now on, the order stands in the journal for
   * every consumer, and what is on disk is made blank in the background.
   */
  erase(erasure: Erasure): Promise<void>;
  close(): Promise<void>;
}

type Entry = { readonly erase: Erasure; readonly receivedMs: number } | { readonly done: number };

export interface ForgettingParts {
  readonly journal: Journal;
  readonly rejected: Pick<Rejected, 'erase'>;
  readonly warn: (message: string) => void;
  readonly now: () => number;
}

/**
 * The list of the erased is a journal of its own in `directory`, which outlives the segments of the events: an id that is
 * erased stays so. It says of how many the segments are done, so that a crash costs a second sweep and nothing else.
 */
export async function openForgetting(
  directory: string,
  { journal, rejected, warn, now }: ForgettingParts,
): Promise<Forgetting> {
  const log = await openJournal(directory, { warn });
  const entries = (await readAll(log)) as Entry[];
  const list = entries.flatMap((entry) => ('erase' in entry ? [entry.erase] : []));
  let done = entries.reduce((most, entry) => ('done' in entry ? Math.max(most, entry.done) : most), 0);
  const erasures = createErasures(list);
  let sweeping: Promise<void> = Promise.resolve();
  let closed = false;

  /** Takes all out that the erasures not yet done have in closed segments; the open one is closed first. */
  async function sweep(): Promise<void> {
    const upTo = list.length;
    if (upTo === done || closed) return;
    const open = list.slice(done, upTo);
    const waiting = createErasures(open);
    const texts = open.flatMap(partsOf).map(({ id }) => JSON.stringify(id));
    try {
      await journal.rewrite(await journal.rotate(), (record) => strip(record as JournalRecord, waiting), texts);
      await rejected.erase(waiting, texts);
      await log.append([{ done: upTo }]);
      done = upTo;
    } catch (error) {
      warn(`What is to be erased is gone from the store, but not yet from the journal; it is tried again: ${error}`);
    }
  }

  const sweepSoon = () => {
    sweeping = sweeping.then(sweep);
  };

  // a crash may have come between the list and the journal: a second order does no harm
  const unfinished = list.slice(done);
  if (unfinished.length) {
    await journal.append(unfinished.map((erase) => ({ erase, receivedMs: now() })));
    sweepSoon();
  }
  const hourly = setInterval(sweepSoon, 3_600_000);
  hourly.unref();

  return {
    erasures,
    list: () => list,
    async erase(erase) {
      const record = { erase, receivedMs: now() };
      erasures.add(erase);
      await log.append([record]);
      list.push(erase);
      await journal.append([record]);
      sweepSoon();
    },
    async close() {
      closed = true;
      clearInterval(hourly);
      await sweeping;
      await log.close();
    },
  };
}
