import { checkCount, checkNumber } from './check.js';
import type { Estimate } from './estimate.js';
import { variance } from './variance.js';

/** What SQL sums up of two values per viewer, such as revenue x and views y. */
export interface PairSums {
  readonly n: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly sumXX: number;
  readonly sumYY: number;
  readonly sumXY: number;
}

/**
 * A ratio of two means over the same viewers, Σx / Σy, with its standard error by the delta method (Deng, Knoblich and
 * Lu, "Applying the delta method in metric analytics", KDD 2018): viewers are independent, their views are not.
 * @returns null when Σy is 0
 * @throws RangeError for fewer than two viewers
 */
export function ratio({ n, sumX, sumY, sumXX, sumYY, sumXY }: PairSums): Estimate | null {
  checkCount('n', n, 2);
  const varianceX = variance('sumXX', n, sumX, sumXX);
  const varianceY = variance('sumYY', n, sumY, sumYY);
  checkNumber('sumXY', sumXY, -Number.MAX_VALUE);
  if (sumY === 0) return null;
  const value = sumX / sumY;
  const covariance = (sumXY - (sumX * sumY) / n) / (n - 1);
  const spread = Math.max(0, varianceX - 2 * value * covariance + value * value * varianceY);
  return { value, se: Math.sqrt(spread / n) / Math.abs(sumY / n), n };
}
