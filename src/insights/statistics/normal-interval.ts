import { checkInside } from './check.js';
import { normalQuantile } from './distributions/normal.js';
import type { Estimate } from './estimate.js';
import { checkEstimate } from './estimate.js';
import type { Interval } from './interval.js';

/**
 * value ± z standard errors: good for one look at an estimate that was planned beforehand. For looking as often as one
 * likes, `confidenceSequence`.
 * @param level 0.95 is 95 %
 */
export function normalInterval(estimate: Estimate, level = 0.95): Interval {
  checkEstimate('estimate', estimate);
  checkInside('level', level);
  const half = normalQuantile((1 + level) / 2) * estimate.se;
  return { low: estimate.value - half, high: estimate.value + half };
}
