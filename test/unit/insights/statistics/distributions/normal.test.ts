import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf, normalQuantile } from '../../../../../src/insights/statistics/distributions/normal.js';
import { near } from '../support.js';

test('quantiles that every table has, to the last digits of a double', () => {
  near(normalQuantile(0.975), 1.959963984540054, 3e-15);
  near(normalQuantile(0.95), 1.6448536269514722, 3e-15);
  near(normalQuantile(0.995), 2.5758293035489004, 6e-15);
  near(normalQuantile(1e-10), -6.361340902404056, 1e-14);
  assert.equal(normalQuantile(0.5), 0);
});

test('far tails keep their digits (values of 40 digits’ arithmetic)', () => {
  for (const [z, p] of [
    [-2, 0.02275013194817921],
    [-8, 6.220960574271785e-16],
    [-37, 5.725571222524576e-300],
  ] as const) {
    near(normalCdf(z) / p, 1, 1e-13);
    near(normalQuantile(p) / z, 1, 1e-14);
  }
});

test('distribution and quantile undo each other, and both sides are alike', () => {
  for (let z = -6; z <= 6; z += 0.01) {
    near(normalCdf(z) + normalCdf(-z), 1, 1e-15);
    if (z < 3) near(normalQuantile(normalCdf(z)), z, 1e-12);
  }
});

test('what is no probability is refused by name', () => {
  for (const p of [0, 1, -0.1, NaN]) assert.throws(() => normalQuantile(p), { name: 'RangeError', message: /^p must/ });
  assert.throws(() => normalCdf(NaN), RangeError);
});
