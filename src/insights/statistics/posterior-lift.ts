import { checkInside } from './check.js';
import type { Beta } from './distributions/beta.js';
import { checkBeta } from './distributions/beta.js';
import { normalCdf, normalQuantile } from './distributions/normal.js';
import { digamma, trigamma } from './distributions/polygamma.js';
import type { Interval } from './interval.js';

/**
 * How much higher treatment's share is than control's, relatively, taking the ratio of both for log-normal with the exact
 * mean and variance of its logarithm, as GrowthBook does. Good from a few dozen successes on; the chance of being higher
 * at all is exact in `chanceToWin`.
 * @param level 0.95 is 95 %
 * @returns median and bounds of treatment / control − 1, and the chance that it is above 0
 */
export function posteriorLift(
  treatment: Beta,
  control: Beta,
  level = 0.95,
): Interval & { readonly value: number; readonly chanceToWin: number } {
  checkBeta('treatment', treatment);
  checkBeta('control', control);
  checkInside('level', level);
  const middle = logMean(treatment) - logMean(control);
  const spread = Math.sqrt(logVariance(treatment) + logVariance(control));
  const half = normalQuantile((1 + level) / 2) * spread;
  return {
    value: Math.expm1(middle),
    low: Math.expm1(middle - half),
    high: Math.expm1(middle + half),
    chanceToWin: normalCdf(middle / spread),
  };
}

const logMean = ({ alpha, beta }: Beta) => digamma(alpha) - digamma(alpha + beta);
const logVariance = ({ alpha, beta }: Beta) => trigamma(alpha) - trigamma(alpha + beta);
