import { logFactorial } from '../distributions/log-gamma.js';
import type { Random } from './random.js';

/**
 * How many of n succeed, each with probability p: inversion from 0 on where few do, else from the likeliest number
 * outwards, so that a draw costs about a standard deviation of steps (Devroye, Non-Uniform Random Variate Generation,
 * III.3).
 */
export function binomialDraw(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random);
  return n * p < 8 ? fromZero(n, p, random()) : fromMode(n, p, random());
}

function fromZero(n: number, p: number, u: number): number {
  const odds = p / (1 - p);
  let probability = Math.exp(n * Math.log1p(-p));
  let left = u;
  let k = 0;
  while (left > probability && k < n) {
    left -= probability;
    probability *= ((n - k) / (k + 1)) * odds;
    k++;
  }
  return k;
}

function fromMode(n: number, p: number, u: number): number {
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  const logOfMode =
    logFactorial(n) - logFactorial(mode) - logFactorial(n - mode) + mode * Math.log(p) + (n - mode) * Math.log1p(-p);
  let below = Math.exp(logOfMode);
  let above = below;
  let left = u - below;
  for (let step = 0; left > 0; step++) {
    const low = mode - step;
    const high = mode + step;
    above = high < n ? above * ((n - high) / (high + 1)) * odds : 0;
    if ((left -= above) <= 0) return high + 1;
    below = low > 0 ? below * (low / (n - low + 1) / odds) : 0;
    if ((left -= below) <= 0) return low - 1;
    // what rounding left over when nothing is left to give it to
    if (above + below === 0) break;
  }
  return mode;
}
