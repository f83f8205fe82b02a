import { checkNumber } from '../check.js';

const HALF_LOG_2_PI = Math.log(2 * Math.PI) / 2;

/**
 * What Stirling's formula lacks: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], to about 1e-16. Apart from the rest, because
 * ratios of gamma functions keep their digits only if the large parts are taken from each other first (Loader, "Fast and
 * accurate computation of binomial probabilities", 2000).
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let sum = 0;
  // Γ(x + 1) = x Γ(x), up to where the series of Abramowitz and Stegun 6.1.41 is exact
  for (; shifted < 15; shifted++) sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const r = 1 / (shifted * shifted);
  return (
    sum + (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / shifted
  );
}

/** ln Γ(x), for x > 0. */
export function logGamma(x: number): number {
  checkNumber('x', x, Number.MIN_VALUE);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + stirlingError(x);
}

/** ln B(a, b), for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const sum = a + b;
  const stirling = stirlingError(a) + stirlingError(b) - stirlingError(sum);
  const [small, large] = a < b ? [a, b] : [b, a];
  return (
    HALF_LOG_2_PI +
    (small - 0.5) * Math.log(small / sum) +
    large * Math.log1p(-small / sum) -
    Math.log(large) / 2 +
    stirling
  );
}

const LOG_FACTORIALS = Float64Array.from({ length: 1024 }, (_, n) => logGamma(n + 1));

/** ln n!, for whole n. */
export function logFactorial(n: number): number {
  return n < LOG_FACTORIALS.length ? LOG_FACTORIALS[n]! : logGamma(n + 1);
}
