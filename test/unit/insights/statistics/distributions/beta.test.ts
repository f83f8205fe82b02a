import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betaCdf, betaQuantile, betaTail } from '../../../../../src/insights/statistics/distributions/beta.js';
import { choose, near, quotient } from '../support.js';

/** P(share ≤ x / 64) of Beta(a, b), a and b whole, is a binomial tail: a sum of whole numbers over a power of 64. */
function exactly(a: number, b: number, x: number): number {
  const trials = a + b - 1;
  let sum = 0n;
  for (let k = a; k <= trials; k++)
    sum += choose(trials, k) * BigInt(x) ** BigInt(k) * BigInt(64 - x) ** BigInt(trials - k);
  return quotient(sum, 64n ** BigInt(trials));
}

test('the distribution is the exact binomial tail', () => {
  for (const [a, b] of [
    [1, 1],
    [2, 2],
    [1, 30],
    [5, 2],
    [17, 90],
    [300, 700],
  ] as const) {
    for (const x of [1, 5, 13, 19, 20, 32, 50, 63]) {
      const exact = exactly(a, b, x);
      const found = betaCdf({ alpha: a, beta: b }, x / 64);
      near(found, exact, 1e-13);
      if (exact > 1e-40) near(found / exact, 1, 1e-11);
      near(betaTail({ alpha: a, beta: b }, x / 64), 1 - exact, 1e-13);
    }
  }
});

test('quantiles with a closed form', () => {
  for (const p of [1e-9, 0.025, 0.05, 0.5, 0.9, 0.975]) {
    for (const n of [1, 7, 1000, 1e6]) {
      // Beta(1, n): 1 − (1 − x)^n; Beta(n, 1): x^n
      const exact = -Math.expm1(Math.log1p(-p) / n);
      near(betaQuantile({ alpha: 1, beta: n }, p) / exact, 1, 1e-9);
      near(betaQuantile({ alpha: n, beta: 1 }, p), p ** (1 / n), 1e-13);
    }
    // Beta(½, ½) is the arc sine's
    near(betaQuantile({ alpha: 0.5, beta: 0.5 }, p), Math.sin((Math.PI * p) / 2) ** 2, 1e-14);
    // Beta(2, 2): 3x² − 2x³
    const x = betaQuantile({ alpha: 2, beta: 2 }, p);
    near(3 * x * x - 2 * x ** 3, p, 1e-14);
  }
});

test('quantile and distribution undo each other from half a click to a million', () => {
  for (const alpha of [0.5, 3, 50.5, 1e4, 1e6]) {
    for (const beta of [0.5, 8, 999.5, 1e6]) {
      for (const p of [1e-6, 0.05, 0.31, 0.5]) {
        near(betaCdf({ alpha, beta }, betaQuantile({ alpha, beta }, p)), p, 1e-7);
        near(betaQuantile({ alpha, beta }, p), 1 - betaQuantile({ alpha: beta, beta: alpha }, 1 - p), 1e-12);
      }
    }
  }
  assert.equal(betaQuantile({ alpha: 2, beta: 3 }, 0), 0);
  assert.equal(betaQuantile({ alpha: 2, beta: 3 }, 1), 1);
});

test('what is no beta distribution, share or probability is refused by name', () => {
  const flat = { alpha: 1, beta: 1 };
  assert.throws(() => betaCdf({ alpha: 0, beta: 1 }, 0.5), { name: 'RangeError', message: /distribution\.alpha/ });
  assert.throws(() => betaCdf({ alpha: 1, beta: NaN }, 0.5), { name: 'RangeError', message: /distribution\.beta/ });
  assert.throws(() => betaCdf(flat, 1.5), { name: 'RangeError', message: /^x must/ });
  assert.throws(() => betaQuantile(flat, -1), { name: 'RangeError', message: /^p must/ });
});
