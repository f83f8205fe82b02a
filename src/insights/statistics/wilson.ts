import { checkInside } from './check.js';
import { normalQuantile } from './distributions/normal.js';
import type { Interval } from './interval.js';
import { checkTrials } from './trials.js';

/**
 * The Wilson score interval of a share, without continuity correction (Newcombe, Statistics in Medicine 17, 1998,
 * method 3).
 * @param k successes, 0..n
 * @param n trials, at least 1
 * @param level 0.95 is 95 %
 * @returns the bounds, both within 0..1
 * @throws RangeError when there was no trial, or k is not 0..n
 */
export function wilson(k: number, n: number, level = 0.95): Interval {
  checkTrials('trials', { k, n });
  checkInside('level', level);
  return scoreInterval(k, n, normalQuantile((1 + level) / 2));
}

/** The shares that are within z standard errors, their own, of k / n. */
export function scoreInterval(k: number, n: number, z: number): Interval {
  const zz = z * z;
  const centre = (k + zz / 2) / (n + zz);
  const half = (z / (n + zz)) * Math.sqrt((k * (n - k)) / n + zz / 4);
  // the exact bound is 0 or 1 there, and rounding would leave a crumb
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}
