import type { Beta } from './distributions/beta.js';
import { logBeta } from './distributions/log-gamma.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/** Strengths tried: from 1 trial on, each larger than the last by this, up to what is as good as equal shares. */
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
 * @param products those without trials say nothing; of none at all the prior is flat
 */
export function fitBetaPrior(products: readonly Trials[]): Beta {
  for (const [index, product] of products.entries()) checkTrials(`products[${index}]`, product, 0);
  const seen = products.filter(({ n }) => n > 0);
  if (seen.length === 0) return { alpha: 1, beta: 1 };

  const atStep = (step: number) => priorOf(seen, STEP ** step);
  const score = (step: number) => logPosterior(seen, atStep(step));
  let best = 0;
  let highest = -Infinity;
  for (let step = 0; step <= STEPS; step++) {
    const reached = score(step);
    if (reached > highest) [best, highest] = [step, reached];
  }
  return atStep(peakBetween(score, Math.max(0, best - 1), best + 1));
}

function priorOf(products: readonly Trials[], strength: number): Beta {
  let weights = 0;
  let weighted = 0;
  let trials = 0;
  for (const { k, n } of products) {
    // the variance of k / n is in proportion to 1 / n + 1 / strength
    const weight = (n * strength) / (n + strength);
    weights += weight;
    weighted += (weight * k) / n;
    trials += n;
  }
  // nobody clicked yet, or all did: half a click is left open
  const margin = 0.5 / (trials + 1);
  const mean = Math.min(1 - margin, Math.max(margin, weighted / weights));
  const enough = Math.max(strength, 0.5 / Math.min(mean, 1 - mean));
  return { alpha: mean * enough, beta: (1 - mean) * enough };
}

function logPosterior(products: readonly Trials[], { alpha, beta }: Beta): number {
  const prior = logBeta(alpha, beta);
  let sum = -Math.log(alpha + beta) / 2;
  for (const { k, n } of products) sum += logBeta(alpha + k, beta + n - k) - prior;
  return sum;
}

/** Golden section. */
function peakBetween(score: (step: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [score(left), score(right)];
  while (high - low > 1e-3) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      atLeft = score((left = high - golden * (high - low)));
    } else {
      [low, left, atLeft] = [left, right, atRight];
      atRight = score((right = low + golden * (high - low)));
    }
  }
  return (low + high) / 2;
}
