import type { StoredEvent } from './stored-event.js';

/** A client keeps an event no longer, so that an older one is a clock that jumped. */
const LONGEST_QUEUE_MS = 7 * 24 * 3_600_000;

/**
 * When an event happened on the server's clock: as long before its arrival as the browser says that it happened before
 * it was sent. A clock that is years wrong is wrong on both sides and cancels out, which leaves the way of the request: half
 * a round trip. A clock that jumps in between does so too where the browser tells both times by one that only runs forward,
 * as `performance.timeOrigin + performance.now()` does within a page; where it tells them by its wall clock, a jump back,
 * and one of more than a week, is found out and gives the time of arrival. (The idea is Snowplow's `derived_tstamp`.)
 * @returns Unix milliseconds, never after the arrival
 */
export function eventTime({ receivedMs, sentMs, event }: Pick<StoredEvent, 'receivedMs' | 'sentMs' | 'event'>): number {
  const ageMs = sentMs - event.atMs;
  return Math.round(ageMs < 0 || ageMs > LONGEST_QUEUE_MS ? receivedMs : receivedMs - ageMs);
}
