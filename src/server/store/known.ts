import type { StoredEvent } from '../collector/stored-event.js';
import { DEDUP_WINDOW_MS } from './event-store.js';

/** Ids of UUIDv7 that lie close together, and from when on their first arrival matters. */
export interface Lookup {
  readonly ids: readonly string[];
  readonly low: string;
  readonly high: string;
  readonly sinceMs: number;
}

/** Clocks that are wrong by more would have the search for the others go through years. */
const APART_MS = 3_600_000;

const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

/**
 * Cuts a page's ids where they are more than an hour apart, by their own time. The bounds let a database skip what lies
 * outside; one client whose clock is a year behind would otherwise have the whole year searched for all of them.
 * @param most lookups; what is left over shares the last
 */
export function lookups(events: readonly StoredEvent[], most = 4): Lookup[] {
  const ids = [...new Set(events.map(({ event }) => event.eventId))].sort();
  const sinceMs = events.reduce((least, { receivedMs }) => Math.min(least, receivedMs), Infinity) - DEDUP_WINDOW_MS;
  const groups: string[][] = [];
  for (const id of ids) {
    const group = groups.at(-1);
    if (group && (groups.length === most || timeOf(id) - timeOf(group.at(-1)!) <= APART_MS)) group.push(id);
    else groups.push([id]);
  }
  return groups.map((group) => ({ ids: group, low: group[0]!, high: group.at(-1)!, sinceMs }));
}
