import type { Item } from '../store/item.js';

/** Of UTF-8, before compression: three quarters of what may be under way when a page ends. */
const MAX_BYTES = 48 * 1024;
const FULL_COUNT = 20;
const MAX_AGE_MS = 5_000;

type Sized = Pick<Item, 'bytes'>;

/** The first events that fit into one request: at least one, and only those that are alike. */
export function cutBatch<T extends Sized>(
  items: readonly T[],
  { count, group = () => '' }: { count: number; group?(item: T): string },
): T[] {
  const batch: T[] = [];
  // An encoder reads the event for it, and a backlog has thousands: once for the first, and no more than once for the rest.
  const wanted = items.length && group(items[0]!);
  let sum = 0;
  for (const item of items) {
    if (batch.length && group(item) !== wanted) continue;
    sum += item.bytes + 1;
    if (batch.length && (batch.length >= count || sum > MAX_BYTES)) break;
    batch.push(item);
  }
  return batch;
}

/**
 * How long these events may wait for company, in ms: not after a cart action or when 20 are there, else 5 s from the
 * first one. Below zero it is overdue.
 */
export function waitMs(items: readonly Pick<Item, 'type' | 'atMs'>[], nowMs: number): number {
  return items.length >= FULL_COUNT || items.some(({ type }) => /^(cart|buy)/.test(type))
    ? 0
    : Math.min(MAX_AGE_MS, items[0]!.atMs + MAX_AGE_MS - nowMs);
}
