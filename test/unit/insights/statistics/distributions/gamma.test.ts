import { test } from 'node:test';
import { chiSquareTail } from '../../../../../src/insights/statistics/distributions/chi-square.js';
import { logBeta, logGamma } from '../../../../../src/insights/statistics/distributions/log-gamma.js';
import { digamma, trigamma } from '../../../../../src/insights/statistics/distributions/polygamma.js';
import { near } from '../support.js';

test('the logarithm of factorials, of ½ and of a recurrence', () => {
  let factorial = 1;
  for (let n = 1; n <= 170; n++) {
    near(logGamma(n), Math.log(factorial), 1e-13 * Math.max(1, Math.log(factorial)));
    factorial *= n;
  }
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-15);
  for (const x of [1e-6, 0.3, 4.7, 14.9, 15.1, 1234.5]) near(logGamma(x + 1) - logGamma(x), Math.log(x), 1e-11);
});

test('B(1, n) = 1/n and B(½, ½) = π, however large n is', () => {
  for (const n of [1, 9, 1e3, 1e9]) near(logBeta(1, n), -Math.log(n), 1e-13);
  near(logBeta(0.5, 0.5), Math.log(Math.PI), 1e-15);
});

test('the derivatives are the sums that they are at whole numbers', () => {
  let [first, second] = [-0.5772156649015329, Math.PI ** 2 / 6];
  for (let n = 1; n < 200; n++) {
    near(digamma(n), first, 1e-13);
    near(trigamma(n), second, 1e-13);
    first += 1 / n;
    second -= 1 / n ** 2;
  }
});

test('chi-square: tabled points and the closed forms of even degrees', () => {
  near(chiSquareTail(3.841458820694124, 1), 0.05, 1e-15);
  near(chiSquareTail(7.814727903251179, 3), 0.05, 1e-15);
  near(chiSquareTail(10.827566170662733, 1), 0.001, 1e-16);
  for (const x of [0.1, 2, 30]) {
    near(chiSquareTail(x, 2), Math.exp(-x / 2), 1e-15);
    near(chiSquareTail(x, 4), Math.exp(-x / 2) * (1 + x / 2), 1e-15);
  }
  near(chiSquareTail(0, 3), 1, 0);
});
