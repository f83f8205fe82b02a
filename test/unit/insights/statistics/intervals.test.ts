import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benjaminiHochberg } from '../../../../src/insights/statistics/benjamini-hochberg.js';
import { betaCdf } from '../../../../src/insights/statistics/distributions/beta.js';
import { holm } from '../../../../src/insights/statistics/holm.js';
import { newcombe } from '../../../../src/insights/statistics/newcombe.js';
import { binomialDraw } from '../../../../src/insights/statistics/random/binomial-draw.js';
import { scoreTest } from '../../../../src/insights/statistics/score-test.js';
import { wilson } from '../../../../src/insights/statistics/wilson.js';
import { near, printed, random, rateOf, within } from './support.js';

test('Wilson covers 95 % ± 1 %, over all shares alike: exactly, as k is then uniform on 0..n', () => {
  for (const n of [10, 50, 400]) {
    let covered = 0;
    for (let k = 0; k <= n; k++) {
      const { low, high } = wilson(k, n);
      const known = { alpha: k + 1, beta: n - k + 1 };
      covered += (betaCdf(known, high) - betaCdf(known, low)) / (n + 1);
    }
    within(covered, 0.94, 0.96);
  }
});

test('Wilson at another level, of nothing, and of what is no count', () => {
  // a 90 % interval of 5/10 by hand: (0.5 ± 1.6449 √(0.025 + 1.6449²/400)) / (1 + 1.6449²/10)
  printed(wilson(5, 10, 0.9).low, '0.2693');
  printed(wilson(5, 10, 0.9).high, '0.7307');
  assert.throws(() => wilson(0, 0), { name: 'RangeError', message: /trials\.n/ });
  for (const k of [-1, 11, NaN, 2.5]) assert.throws(() => wilson(k, 10), { name: 'RangeError', message: /trials\.k/ });
  assert.throws(() => wilson(1, 2, 95), { name: 'RangeError', message: /level/ });
});

test('Newcombe’s differences as published (Statistics in Medicine 17, 1998, table II, method 10)', () => {
  for (const [k1, n1, k2, n2, low, high] of [
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [10, 10, 0, 20, '0.6791', '1.0000'],
  ] as const) {
    const interval = newcombe({ k: k1, n: n1 }, { k: k2, n: n2 });
    printed(interval.low, low);
    printed(interval.high, high);
    const mirrored = newcombe({ k: k2, n: n2 }, { k: k1, n: n1 });
    near(mirrored.low, -interval.high, 1e-15);
  }
  assert.throws(() => newcombe({ k: 1, n: 2 }, { k: 0, n: 0 }), { name: 'RangeError', message: /control\.n/ });
});

test('Newcombe covers 95 % ± 1 % over shares (error of the simulation 0.13 %)', () => {
  const next = random(11);
  const rate = rateOf(30_000, () => {
    const [p1, p2] = [next(), next()];
    const { low, high } = newcombe({ k: binomialDraw(60, p1, next), n: 60 }, { k: binomialDraw(90, p2, next), n: 90 });
    return low <= p1 - p2 && p1 - p2 <= high;
  });
  within(rate, 0.94, 0.96);
});

test('the score test is Pearson’s: 20/100 against 10/100 has χ² = 200·(20·90 − 10·80)² / (30·170·100·100)', () => {
  const { z, p } = scoreTest({ k: 20, n: 100 }, { k: 10, n: 100 });
  near(z * z, (200 * 1000 ** 2) / (30 * 170 * 100 * 100), 1e-12);
  printed(p, '0.0477');
  assert.deepEqual(scoreTest({ k: 0, n: 5 }, { k: 0, n: 9 }), { z: 0, p: 1 });
  assert.equal(scoreTest({ k: 5, n: 5 }, { k: 9, n: 9 }).p, 1);
  assert.throws(() => scoreTest({ k: 3, n: 2 }, { k: 0, n: 1 }), { name: 'RangeError', message: /treatment\.k/ });
});

test('Holm and Benjamini–Hochberg, worked by hand', () => {
  const p = [0.01, 0.04, 0.03, 0.005];
  const close = (found: number[], expected: number[]) =>
    found.forEach((value, at) => void near(value, expected[at]!, 1e-15));
  // Holm: 4·0.005, 3·0.01, 2·0.03, then not below; Benjamini–Hochberg: 4/4·0.04, 4/3·0.03, 4/2·0.01, 4/1·0.005
  close(holm(p), [0.03, 0.06, 0.06, 0.02]);
  close(benjaminiHochberg(p), [0.02, 0.04, 0.04, 0.02]);
  close(holm([0.6, 0.5]), [1, 1]);
  close(benjaminiHochberg([0.9, 0.001]), [0.9, 0.002]);
  assert.deepEqual([holm([]), benjaminiHochberg([])], [[], []]);
  assert.throws(() => holm([0.1, NaN]), { name: 'RangeError', message: /pValues\[1\]/ });
  assert.throws(() => benjaminiHochberg([-1]), { name: 'RangeError', message: /pValues\[0\]/ });
});
