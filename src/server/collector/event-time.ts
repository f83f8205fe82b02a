import type { StoredEvent } from './stored-event.js';

/** A client keeps an event no longer, so that an older one is a clock that jumped. */
const LONGEST_QUEUE_MS = 7 * 24 * 3_600_000;

/**
 * When an event happened on the server's clock: as long before its arrival as the browser says that it happened before
 * it was sent. A clock that is years wrong is wrong on both sides and cancels out; one that jumped in between gives the
 * time of arrival. (The same idea is Snowplow's `derived_tstamp`.)
 * @returns Unix milliseconds, never after the arrival
 */
export function eventTime({ receivedMs, sentMs, event }: Pick<StoredEvent, 'receivedMs' | 'sentMs' | 'event'>): number {
  const ageMs = sentMs - event.atMs;
  return Math.round(ageMs < 0 || ageMs > LONGEST_QUEUE_MS ? receivedMs : receivedMs - ageMs);
}
