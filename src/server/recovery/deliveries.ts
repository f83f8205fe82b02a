import { openJournal } from '../journal/journal.js';
import { readAll } from '../journal/read-all.js';
import type { Sending } from './stage.js';

/**
 * What went of each intent, on the disk before anything else is done. There is nobody's name in it: an intent is the id of an
 * event, which is forgotten with its viewer.
 */
export interface Deliveries {
  /** In the order of their steps. */
  of(intentId: string): readonly Sending[];
  /** Notes that a message is about to be handed over for good, so that a crash does not have it go twice. */
  begin(intentId: string, step: number, atMs: number): Promise<void>;
  /** Notes that it did not go after all. */
  undo(intentId: string, step: number): Promise<void>;
  note(intentId: string, sending: Sending): Promise<void>;
  close(): Promise<void>;
}

type Entry =
  | ({ readonly intent: string } & Sending)
  | { readonly intent: string; readonly step: number; readonly begun: number }
  | { readonly intent: string; readonly step: number; readonly undone: true };

/** No intent is as old. */
const KEPT_MS = 90 * 24 * 3_600_000;
const SEGMENT_BYTES = 1024 * 1024;

export async function openDeliveries(
  directory: string,
  { warn, now }: { warn: (message: string) => void; now: () => number },
): Promise<Deliveries> {
  const log = await openJournal(directory, { warn, segmentBytes: SEGMENT_BYTES });
  await log.retain({ maxAgeMs: KEPT_MS }, now(), log.end);
  const known = new Map<string, Map<number, Sending>>();
  const set = (intent: string, sending: Sending) => {
    const own = known.get(intent) ?? new Map<number, Sending>();
    known.set(intent, own.set(sending.step, sending));
  };
  for (const entry of (await readAll(log)) as Entry[]) {
    const { intent, step } = entry;
    // what is begun and has no end may have gone: a crash came between
    if ('begun' in entry) set(intent, { step, outcome: 'uncertain', atMs: entry.begun });
    else if ('undone' in entry) known.get(intent)?.delete(step);
    else set(intent, { step, outcome: entry.outcome, atMs: entry.atMs });
  }
  return {
    of: (intentId) => [...(known.get(intentId)?.values() ?? [])].sort((a, b) => a.step - b.step),
    begin: async (intent, step, atMs) => void (await log.append([{ intent, step, begun: atMs }])),
    undo: async (intent, step) => void (await log.append([{ intent, step, undone: true }])),
    async note(intent, sending) {
      await log.append([{ intent, ...sending }]);
      set(intent, sending);
    },
    close: () => log.close(),
  };
}
