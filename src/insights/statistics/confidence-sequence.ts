import { checkInside, checkNumber } from './check.js';
import type { Estimate } from './estimate.js';
import { checkEstimate } from './estimate.js';
import type { Interval } from './interval.js';

export interface SequenceOptions {
  /** The n at which the intervals are narrowest for their level; the n that the experiment is planned for. */
  readonly tunedAt: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * An interval that may be looked at after every viewer: with probability `level` it holds the truth at all times at once
 * (asymptotic confidence sequence by a Gaussian mixture: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, Annals of
 * Statistics 52, 2024, theorem 2.2). For a `difference` or a `lift`, of shares or of means.
 *
 * n is that of both arms, σ² = n·SE², ρ² = (−2 ln α + ln(1 − 2 ln α)) / tunedAt, and the half-width
 * σ·√[2(nρ² + 1) / (n²ρ²) · ln(√(nρ² + 1) / α)].
 */
export function confidenceSequence(estimate: Estimate, options: SequenceOptions): Interval {
  checkEstimate('estimate', estimate);
  const half = sequenceHalfWidth(estimate, options, estimate.n);
  return { low: estimate.value - half, high: estimate.value + half };
}

/** The half-width at n viewers, were they to spread as those of the estimate do. */
export function sequenceHalfWidth({ se, n: seen }: Estimate, options: SequenceOptions, n: number): number {
  const { alpha, rho2 } = tuned(options);
  const sigma = Math.sqrt(seen) * se;
  const grown = n * rho2 + 1;
  return (sigma / n) * Math.sqrt(((2 * grown) / rho2) * Math.log(Math.sqrt(grown) / alpha));
}

/**
 * The p-value that goes with the sequence: at most 1 − level just when the interval leaves out 0, and below α with a
 * probability of at most α however often it is looked at. Several goals of an experiment are put right with `holm`.
 */
export function sequenceP(estimate: Estimate, options: SequenceOptions): number {
  checkEstimate('estimate', estimate);
  const { value, se, n } = estimate;
  if (value === 0) return 1;
  const grown = n * tuned(options).rho2 + 1;
  const z = value / se;
  return Math.min(1, Math.sqrt(grown) * Math.exp((-z * z * (grown - 1)) / (2 * grown)));
}

function tuned({ tunedAt, level = 0.95 }: SequenceOptions): { alpha: number; rho2: number } {
  checkNumber('tunedAt', tunedAt, 1);
  checkInside('level', level);
  const alpha = 1 - level;
  const log = -2 * Math.log(alpha);
  return { alpha, rho2: (log + Math.log(1 + log)) / tunedAt };
}
