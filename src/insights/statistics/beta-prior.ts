import type { Beta } from './distributions/beta.js';
import { logBeta } from './distributions/log-gamma.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/** Strengths tried: from 1 trial on, each larger than the last by this, up to what is as good as equal shares; no finer,
 * as a posterior hardly moves between two of them. */
const STEP = Math.SQRT2;
const STEPS = 50;

/**
 * The beta distribution that the true shares of many products come from, by what was counted of each (empirical Bayes).
 *
 * Its mean is that of the shares, weighted by how well each is known (Kleinman, Journal of the American Statistical
 * Association 68, 1973); its strength, the number of trials that the prior counts for, maximises the beta-binomial
 * likelihood times the hyperprior (alpha + beta)^−½ of its logarithm (Gelman et al., Bayesian Data Analysis, 5.3), which
 * keeps products that happen to be alike from being taken for equal. alpha and beta are at least ½, Jeffreys' prior, so
 * that of one or two products little is concluded.
 * @param products those without trials say nothing; of none at all the prior is flat, and Jeffreys' of
 * products that nobody clicked yet
 */
export function fitBetaPrior(products: readonly Trials[]): Beta {
  for (const [index, product] of products.entries()) checkTrials(`products[${index}]`, product, 0);
  const seen = products.filter(({ n }) => n > 0);
  if (seen.length === 0) return { alpha: 1, beta: 1 };
  // nobody clicked yet, or all did: how far shares differ can't be told
  if (seen.every(({ k }) => k === 0) || seen.every(({ k, n }) => k === n)) return { alpha: 0.5, beta: 0.5 };

  let best: Beta = { alpha: 1, beta: 1 };
  let highest = -Infinity;
  for (let step = 0; step <= STEPS; step++) {
    const prior = priorOf(seen, STEP ** step);
    const reached = logPosterior(seen, prior);
    if (reached > highest) [best, highest] = [prior, reached];
  }
  return best;
}

function priorOf(products: readonly Trials[], strength: number): Beta {
  let weights = 0;
  let weighted = 0;
  for (const { k, n } of products) {
    // the variance of k / n is in proportion to 1 / n + 1 / strength
    const weight = (n * strength) / (n + strength);
    weights += weight;
    weighted += (weight * k) / n;
  }
  const mean = weighted / weights;
  const enough = Math.max(strength, 0.5 / Math.min(mean, 1 - mean));
  return { alpha: mean * enough, beta: (1 - mean) * enough };
}

function logPosterior(products: readonly Trials[], { alpha, beta }: Beta): number {
  const prior = logBeta(alpha, beta);
  let sum = -Math.log(alpha + beta) / 2;
  for (const { k, n } of products) sum += logBeta(alpha + k, beta + n - k) - prior;
  return sum;
}
