import type { BeaconEvent } from '../schema/beacon.js';

const LIMIT = 1_000;

/** Adds `item` and keeps at most 1,000: the oldest playback goes first, for the rest is rarer and worth more. */
export function addBounded<T extends { type: string }>(list: T[], item: T): void {
  if (list.push(item) > LIMIT)
    list.splice(
      Math.max(
        0,
        list.findIndex(({ type }) => type === 'playback'),
      ),
      1,
    );
}

/**
 * What one endpoint has not acknowledged yet. It answers at once, because a page that ends doesn't wait: a store on
 * disk keeps a copy in memory and writes behind.
 */
export interface BeaconStore {
  add(event: BeaconEvent): void;
  /** Oldest first. */
  read(): readonly BeaconEvent[];
  /** Forgets the events with these ids; all of them without `ids`. */
  remove(ids?: ReadonlySet<string>): void;
}

/** The store of a page: in memory, bounded. */
export function createQueue(): BeaconStore {
  let events: BeaconEvent[] = [];
  return {
    add: (event) => addBounded(events, event),
    read: () => events,
    remove: (ids) => {
      events = ids ? events.filter(({ eventId }) => !ids.has(eventId)) : [];
    },
  };
}
