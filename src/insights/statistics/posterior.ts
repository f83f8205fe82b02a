import { checkInside } from './check.js';
import type { Beta } from './distributions/beta.js';
import { betaQuantile, betaTail, checkBeta } from './distributions/beta.js';
import type { Interval } from './interval.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/** What is known of a share after its trials. Without trials, what was known before. */
export function posterior(prior: Beta, { k, n }: Trials): Beta {
  checkBeta('prior', prior);
  checkTrials('trials', { k, n }, 0);
  return { alpha: prior.alpha + k, beta: prior.beta + n - k };
}

export function posteriorMean({ alpha, beta }: Beta): number {
  checkBeta('known', { alpha, beta });
  return alpha / (alpha + beta);
}

/** What products are ranked by, the 5 % quantile: a share that is hardly overestimated, however few trials there were. */
export function rankingValue(known: Beta): number {
  return betaQuantile(known, 0.05);
}

/**
 * Equal tails left out on either side.
 * @param level 0.95 is 95 %
 */
export function posteriorInterval(known: Beta, level = 0.95): Interval {
  checkInside('level', level);
  return { low: betaQuantile(known, (1 - level) / 2), high: betaQuantile(known, (1 + level) / 2) };
}

/** P(share > threshold). */
export function probabilityAbove(known: Beta, threshold: number): number {
  return betaTail(known, threshold);
}
