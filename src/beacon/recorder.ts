import type { BeaconRecord } from '../schema/beacon.js';
import type { Clock } from '../shared/clock.js';

const LIMIT = 200;

/** A record and the time, in ms of the recorder's clock, at which it was made. */
export interface RecordedAt {
  readonly record: BeaconRecord;
  readonly atMs: number;
}

/** The eager part of the beacons: it keeps what happens until the delivery chunk has come. */
export interface Recorder {
  record(record: BeaconRecord): void;
  /** Hands over what is held, oldest first, and from then on each record as it is made. Without `sink` it holds again. */
  takeOver(sink?: (entry: RecordedAt) => void): void;
  /** The types of the records that were lost because 200 waited already; the oldest go first. */
  readonly dropped: readonly string[];
}

/** @param clock the page's own (`performance`), which nobody moves between an event and its sending */
export function createRecorder(clock: Pick<Clock, 'now'>): Recorder {
  const entries: RecordedAt[] = [];
  const dropped: string[] = [];
  let sink: ((entry: RecordedAt) => void) | undefined;
  return {
    record(record) {
      const entry = { record, atMs: clock.now() };
      if (sink) sink(entry);
      else if (entries.push(entry) > LIMIT) dropped.push(entries.shift()!.record.type);
    },
    takeOver(next) {
      sink = next;
      if (next) for (const entry of entries.splice(0)) next(entry);
    },
    dropped,
  };
}
