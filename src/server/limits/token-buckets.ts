import type { Rate } from '../settings/settings.js';

interface Bucket {
  tokens: number;
  filledMs: number;
}

/** Each a hundred bytes or so: however many addresses there are, this is ten megabytes. */
const MOST = 100_000;

/**
 * A token bucket for each key. When there are too many keys, the one unused for longest is forgotten: it is full again by
 * then, or someone has a hundred thousand addresses.
 */
export function createTokenBuckets(most = MOST) {
  const buckets = new Map<string, Bucket>();
  return {
    get size() {
      return buckets.size;
    },
    /** Takes one token. @returns 0, or in how many seconds there will be one */
    take(key: string, { perSecond, burst }: Rate, nowMs: number): number {
      const bucket = buckets.get(key) ?? { tokens: burst, filledMs: nowMs };
      // last in the map's order is used last
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      const passedS = Math.max(0, nowMs - bucket.filledMs) / 1000;
      bucket.tokens = Math.min(burst, bucket.tokens + passedS * perSecond);
      bucket.filledMs = nowMs;
      if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
      bucket.tokens -= 1;
      return 0;
    },
  };
}

export type TokenBuckets = ReturnType<typeof createTokenBuckets>;
