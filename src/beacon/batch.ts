import type { BeaconEvent } from '../schema/beacon.js';

const MAX_COUNT = 100;
/** Of UTF-8. What may be under way when a page ends is 64 KiB for all its requests together (Fetch, "keepalive"). */
const MAX_BYTES = 48 * 1024;
const FULL_COUNT = 20;
const MAX_AGE_MS = 5_000;

/** The first events that fit into one request: at most 100 and 48 KiB, but at least one. */
export function cutBatch(events: readonly BeaconEvent[]): readonly BeaconEvent[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = events.findIndex(
    (event, i) => i && (i >= MAX_COUNT || (bytes += sizeOf(event)) > MAX_BYTES - sizeOf(events[0]!)),
  );
  return end < 0 ? events : events.slice(0, end);

  function sizeOf(event: BeaconEvent) {
    return encoder.encode(JSON.stringify(event)).length + 1;
  }
}

/** How long these events may wait for company, in ms: none after a cart action or when 20 are there, else up to 5 s. */
export function waitMs(events: readonly BeaconEvent[], nowMs: number): number {
  if (events.length >= FULL_COUNT || events.some(({ type }) => type === 'cart_change' || type === 'buy_now')) return 0;
  return Math.min(MAX_AGE_MS, Math.max(0, events[0]!.atMs + MAX_AGE_MS - nowMs));
}
