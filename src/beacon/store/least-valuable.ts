import type { Item } from './item.js';

/** What can be spared first: ranges of playback, then exposures, then views and clicks, then cart actions; no report of a loss. */
const WORTH = [/^playback/, /exposure|opportunity/, /^(?!cart|buy|loss)/, /^(cart|buy)/];

const worth = ({ type }: Item) => WORTH.findIndex((pattern) => pattern.test(type));

/** What one endpoint may keep waiting. The bytes are of UTF-8. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
  readonly ageMs: number;
}

/** As much as a day of ten tabs, and not so much that a browser would rather clear the shop's whole storage. */
export const BOUNDS: Bounds = { count: 10_000, bytes: 8 * 1024 * 1024, ageMs: 14 * 24 * 3_600_000 };

/** Which items have to go so that the rest keeps to the bounds: the least valuable first, of those the oldest. */
export function leastValuable(items: readonly Item[], { count, bytes }: Bounds): Item[] {
  const spared = items.filter((item) => worth(item) >= 0);
  let tooMany = spared.length - count;
  let tooLarge = spared.reduce((sum, item) => sum + item.bytes, 0) - bytes;
  if (tooMany <= 0 && tooLarge <= 0) return [];
  return spared
    .sort((a, b) => worth(a) - worth(b))
    .filter((item) => {
      if (tooMany <= 0 && tooLarge <= 0) return false;
      tooMany -= 1;
      tooLarge -= item.bytes;
      return true;
    });
}
