import { checkCount, checkNumber } from '../check.js';
import { logGamma } from './log-gamma.js';
import { normalCdf } from './normal.js';

/**
 * P(χ² ≥ x). For whole degrees of freedom a finite sum of positive terms (Abramowitz and Stegun 26.4.4 and 26.4.5).
 * @param x at least 0
 * @param degrees of freedom, at least 1
 */
export function chiSquareTail(x: number, degrees: number): number {
  checkNumber('x', x, 0);
  checkCount('degrees', degrees, 1);
  if (x === 0) return 1;
  const half = x / 2;
  let tail = degrees % 2 ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-half);
  // Q(a + 1, y) = Q(a, y) + y^a e^−y / Γ(a + 1)
  for (let a = degrees % 2 ? 0.5 : 1; a < degrees / 2; a++)
    tail += Math.exp(a * Math.log(half) - half - logGamma(a + 1));
  return Math.min(1, tail);
}
