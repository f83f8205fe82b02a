import { checkInside } from '../check.js';

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * P(Z ≤ z) of the standard normal distribution, to 1e-14 of itself in the lower tail too: near the middle Marsaglia's
 * series (Journal of Statistical Software 11(4), 2004), in the tails the continued fraction of Mills' ratio (Abramowitz
 * and Stegun 26.2.14).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number, but is NaN.');
  if (z > 2) return 1 - normalCdf(-z);
  if (z < -2) return normalDensity(z) / inverseMills(-z);
  let sum = z;
  let term = z;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) sum += term *= (z * z) / odd;
  return 0.5 + normalDensity(z) * sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))) from the inside out; from z = 2 on, 200 levels are more than a double can tell. */
function inverseMills(z: number): number {
  let fraction = z;
  for (let level = 200; level > 0; level--) fraction = z + level / fraction;
  return fraction;
}

/**
 * z with P(Z ≤ z) = p, to the last digits of a double: Hastings' approximation (Abramowitz and Stegun 26.2.23), put right
 * by Halley steps on the distribution itself.
 * @param p between 0 and 1
 */
export function normalQuantile(p: number): number {
  checkInside('p', p);
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const excess = (normalCdf(z) - p) / normalDensity(z);
    z -= excess / (1 + (z * excess) / 2);
  }
  return z;
}
