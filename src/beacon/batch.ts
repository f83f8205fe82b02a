import type { BeaconEvent } from '../schema/beacon.js';

const MAX_COUNT = 100;
/** Of UTF-8. What may be under way when a page ends is 64 KiB for all its requests together (Fetch, "keepalive"). */
const MAX_BYTES = 48 * 1024;
const FULL_COUNT = 20;
const MAX_AGE_MS = 5_000;

/** How long a text is in UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The first events that fit into one request: at most 100 and 48 KiB, but at least one. */
export function cutBatch(events: readonly BeaconEvent[]): BeaconEvent[] {
  let bytes = 0;
  return events
    .slice(0, MAX_COUNT)
    .filter((event, i) => (bytes += byteLength(JSON.stringify(event)) + 1) <= MAX_BYTES || !i);
}

/**
 * How long these events may wait for company, in ms: not after a cart action or when 20 are there, else 5 s from the
 * first one. Below zero it is overdue.
 */
export function waitMs(events: readonly BeaconEvent[], nowMs: number): number {
  return events.length >= FULL_COUNT || events.some(({ type }) => /^(cart|buy)/.test(type))
    ? 0
    : Math.min(MAX_AGE_MS, events[0]!.atMs + MAX_AGE_MS - nowMs);
}
