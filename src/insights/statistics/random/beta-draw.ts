import type { Beta } from '../distributions/beta.js';
import type { Random } from './random.js';

/** A share drawn from a beta distribution: a gamma variate's part of two. */
export function betaDraw({ alpha, beta }: Beta, random: Random): number {
  const successes = gammaDraw(alpha, random);
  return successes / (successes + gammaDraw(beta, random));
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(random()) < (z * z) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Marsaglia's polar method (SIAM Review 6, 1964). */
function normalDraw(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
