import type { Interval } from './interval.js';

/**
 * The middle `level` of draws. The bounds are those with which a further draw falls between them with just that
 * probability (definition 6 of Hyndman and Fan, The American Statistician 50, 1996).
 */
export function percentileInterval(draws: ArrayLike<number>, level: number): Interval {
  const sorted = Float64Array.from(draws).sort();
  return { low: at(sorted, (1 - level) / 2), high: at(sorted, (1 + level) / 2) };
}

function at(sorted: Float64Array, p: number): number {
  const place = Math.min(Math.max((sorted.length + 1) * p - 1, 0), sorted.length - 1);
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}
