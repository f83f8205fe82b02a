import { checkNumber } from '../check.js';
import { logBeta, stirlingError } from './log-gamma.js';

/** A beta distribution: what is known of a share. `alpha` − 1 successes and `beta` − 1 failures on top of a flat prior. */
export interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

export function checkBeta(name: string, { alpha, beta }: Beta): void {
  checkNumber(`${name}.alpha`, alpha, Number.MIN_VALUE);
  checkNumber(`${name}.beta`, beta, Number.MIN_VALUE);
}

/** P(share ≤ x): the regularised incomplete beta function. */
export function betaCdf({ alpha, beta }: Beta, x: number): number {
  checkBeta('distribution', { alpha, beta });
  checkNumber('x', x, 0, 1);
  return regularised(alpha, beta, x);
}

/** P(share ≥ x), which keeps its digits where the share is hardly ever so large. */
export function betaTail({ alpha, beta }: Beta, x: number): number {
  checkBeta('distribution', { alpha, beta });
  checkNumber('x', x, 0, 1);
  return tailOf(alpha, beta, x);
}

/** The density at 0 < x < 1. */
export function betaDensity({ alpha, beta }: Beta, x: number): number {
  return Math.exp(logPowers(alpha, beta, x)) / (x * (1 - x));
}

/**
 * The x below which the share is with probability p, to about 1e-14 for thousands and 1e-10 for millions: Newton's steps on ln P against ln x, where the
 * curve is concave and for small x a line, held within a bracket.
 * @param p 0..1
 */
export function betaQuantile({ alpha, beta }: Beta, p: number): number {
  checkBeta('distribution', { alpha, beta });
  checkNumber('p', p, 0, 1);
  if (p === 0 || p === 1) return p;
  // from the end where less lies
  return p <= 0.5 ? lowerQuantile(alpha, beta, p) : 1 - lowerQuantile(beta, alpha, 1 - p);
}

function lowerQuantile(a: number, b: number, p: number): number {
  const target = Math.log(p);
  let low = Math.log(Number.MIN_VALUE);
  let high = 0;
  let t = Math.max(low, Math.min((target + Math.log(a) + logBeta(a, b)) / a, Math.log(a / (a + b))));
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(t);
    const below = regularised(a, b, x);
    const excess = Math.log(below) - target;
    if (excess > 0) high = t;
    else low = t;
    const newton = t - (excess * below * (1 - x)) / Math.exp(logPowers(a, b, x));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) < 2e-16 * Math.max(1, Math.abs(t))) break;
    t = next;
  }
  return Math.exp(t);
}

function regularised(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x <= (a + 1) / (a + b + 2) ? lowerPart(a, b, x) : 1 - lowerPart(b, a, 1 - x);
}

function tailOf(a: number, b: number, x: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return x <= (a + 1) / (a + b + 2) ? 1 - lowerPart(a, b, x) : lowerPart(b, a, 1 - x);
}

/** Abramowitz and Stegun 26.5.8 by Lentz' method (Numerical Recipes, 6.4), quick left of the mean. */
function lowerPart(a: number, b: number, x: number): number {
  // what Lentz puts in the place of a zero
  const tiny = 1e-300;
  const floor = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / floor(1 + even * d);
    c = floor(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / floor(1 + odd * d);
    c = floor(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return (Math.exp(logPowers(a, b, x)) * fraction) / a;
}

/** ln [x^a (1 − x)^b / B(a, b)] by Loader's deviances, which don't lose the digits that logarithms of large numbers do. */
function logPowers(a: number, b: number, x: number): number {
  const sum = a + b;
  const stirling = stirlingError(sum) - stirlingError(a) - stirlingError(b);
  return Math.log(((a / sum) * b) / (2 * Math.PI)) / 2 + stirling - deviance(a, sum * x) - deviance(b, sum * (1 - x));
}

/** value · ln(value / mean) + mean − value. */
function deviance(value: number, mean: number): number {
  const v = (value - mean) / (value + mean);
  if (Math.abs(v) > 0.1) return value * Math.log(value / mean) + mean - value;
  let sum = (value - mean) * v;
  let term = 2 * value * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
