import type { Erasures } from '../../erase/erasure.js';
import { openJournal } from '../../journal/journal.js';
import { readAll } from '../../journal/read-all.js';
import type { Contact } from './contact.js';

/** How viewers can be written to: in files of their own, never in the journal of the events. */
export interface Contacts {
  get(site: string, viewerId: string): Contact | undefined;
  /** Resolves once they are on disk. One of a viewer who is erased is not kept. */
  add(site: string, contacts: readonly Contact[]): Promise<void>;
  /**
   * Forgets a viewer's, on one site or all. Resolves once nothing of it is on the disk.
   * @returns how many there were
   */
  remove(viewerId: string, site?: string): Promise<number>;
  close(): Promise<void>;
}

interface Kept {
  readonly site: string;
  readonly contact: Contact;
}
type Entry = Kept | { readonly site: string; readonly gone: string };

export interface ContactsParts {
  readonly warn: (message: string) => void;
  readonly now: () => number;
  /** Everybody who is erased. */
  readonly erasures: Pick<Erasures, 'has'>;
}

/** So many lines that say nothing any more are worth writing the others anew. */
const STALE = 1000;

const keyOf = (site: string, viewerId: string) => JSON.stringify([site, viewerId]);

/**
 * A journal of contacts that is written anew, with those that count alone, when one is to be forgotten: what is gone is in no
 * file any more. A crash in between leaves the line that says so, and the next server goes on from there.
 */
export async function openContacts(directory: string, { warn, now, erasures }: ContactsParts): Promise<Contacts> {
  const journal = await openJournal(directory, { warn });
  const known = new Map<string, Kept>();
  let lines = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };
  const isErased = (site: string, viewerId: string) => erasures.has({ site, event: { viewerId } });

  async function writeAnew(): Promise<void> {
    await journal.rotate();
    if (known.size) await journal.append([...known.values()]);
    // all but the segment that is written
    await journal.retain({ maxBytes: 1 }, now(), journal.end);
    lines = known.size;
  }

  for (const entry of (await readAll(journal)) as Entry[]) {
    lines += 1;
    if ('gone' in entry) known.delete(keyOf(entry.site, entry.gone));
    else known.set(keyOf(entry.site, entry.contact.viewerId), entry);
  }
  for (const [key, { site, contact }] of known) if (isErased(site, contact.viewerId)) known.delete(key);
  if (lines > known.size) await writeAnew();

  return {
    get: (site, viewerId) => known.get(keyOf(site, viewerId))?.contact,
    add: (site, contacts) =>
      inTurn(async () => {
        const kept = contacts.filter(({ viewerId }) => !isErased(site, viewerId)).map((contact) => ({ site, contact }));
        if (!kept.length) return;
        await journal.append(kept);
        lines += kept.length;
        for (const one of kept) known.set(keyOf(site, one.contact.viewerId), one);
        if (lines - known.size > STALE)
          await writeAnew().catch((error) => warn(`${directory} keeps growing: ${error}`));
      }),
    remove: (viewerId, site) =>
      inTurn(async () => {
        const gone = [...known.values()].filter(
          (kept) => kept.contact.viewerId === viewerId && (site === undefined || kept.site === site),
        );
        if (gone.length) await journal.append(gone.map((kept) => ({ site: kept.site, gone: viewerId })));
        for (const kept of gone) known.delete(keyOf(kept.site, viewerId));
        lines += gone.length;
        // also when none is known: an earlier try may have come no further than here
        if (lines > known.size) await writeAnew();
        return gone.length;
      }),
    close: () => inTurn(() => journal.close()),
  };
}
