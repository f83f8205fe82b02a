import { checkCount, checkNumber, checkSome } from './check.js';
import { chiSquareTail } from './distributions/chi-square.js';
import { logGamma } from './distributions/log-gamma.js';

export interface Arm {
  /** Viewers who came into it. */
  readonly n: number;
  /** Its intended part, against the other arms': 1 and 1 are halves. */
  readonly weight: number;
}

/** Below this, an experiment's arms have not been filled as they were meant to be, and its verdict is worth nothing. */
export const MISMATCH = 0.001;

export interface SampleRatio {
  readonly p: number;
  /** p < 0.001: hide the verdict. */
  readonly mismatch: boolean;
}

/**
 * Whether the arms got the viewers they were meant to get: Pearson's chi-square test (Fabijan et al., "Diagnosing sample
 * ratio mismatch in online controlled experiments", KDD 2019). For one look; daily looks fire more often than one.
 * @param arms two or more; before anybody came p is 1
 */
export function sampleRatio(arms: readonly Arm[]): SampleRatio {
  const { n, weight } = totals(arms);
  if (n === 0) return { p: 1, mismatch: false };
  const excess = ({ n: seen, weight: part }: Arm) => (seen - (n * part) / weight) ** 2 / ((n * part) / weight);
  return verdict(
    chiSquareTail(
      arms.reduce((sum, arm) => sum + excess(arm), 0),
      arms.length - 1,
    ),
  );
}

/**
 * The same for looking every day: below α with a probability of at most α over all looks together, however many (Lindon
 * and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022). 1 / p is the Bayes factor of a Dirichlet
 * prior around the intended parts against those parts themselves; without a mismatch the next viewer leaves it, in the
 * mean, as it is, and such a sequence from 1 ever reaches 1 / α with a probability of at most α (Ville).
 * @param prior how many viewers the prior is worth: 1000 suits shifts of one to a few percent
 */
export function sequentialSampleRatio(arms: readonly Arm[], prior = 1000): SampleRatio {
  const { n, weight } = totals(arms);
  checkNumber('prior', prior, Number.MIN_VALUE);
  let logFactor = logGamma(prior) - logGamma(prior + n);
  for (const { n: seen, weight: part } of arms) {
    const alpha = (prior * part) / weight;
    logFactor += logGamma(alpha + seen) - logGamma(alpha) - seen * Math.log(part / weight);
  }
  return verdict(Math.min(1, Math.exp(-logFactor)));
}

function verdict(p: number): SampleRatio {
  return { p, mismatch: p < MISMATCH };
}

function totals(arms: readonly Arm[]): Arm {
  checkSome('arms', arms.slice(1));
  arms.forEach(({ n, weight }, arm) => {
    checkCount(`arms[${arm}].n`, n);
    checkNumber(`arms[${arm}].weight`, weight, Number.MIN_VALUE);
  });
  return {
    n: arms.reduce((sum, arm) => sum + arm.n, 0),
    weight: arms.reduce((sum, arm) => sum + arm.weight, 0),
  };
}
