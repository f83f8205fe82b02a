import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betaCdf } from '../../../../src/insights/statistics/distributions/beta.js';
import { chiSquareTail } from '../../../../src/insights/statistics/distributions/chi-square.js';
import { betaDraw } from '../../../../src/insights/statistics/random/beta-draw.js';
import { binomialDraw } from '../../../../src/insights/statistics/random/binomial-draw.js';
import { multinomialDraw } from '../../../../src/insights/statistics/random/multinomial-draw.js';
import { seeded } from '../../../../src/insights/statistics/random/random.js';
import { resampler } from '../../../../src/insights/statistics/random/resample.js';
import { choose, near } from './support.js';

test('the same seed gives the same numbers, another seed others, and all are inside 0..1 and spread evenly', () => {
  const take = (seed: number) => Array.from({ length: 5 }, seeded(seed));
  assert.deepEqual(take(7), take(7));
  const firsts = new Set([0, 1, 2, -1, 2 ** 32, 2 ** 33, 2 ** 40 + 1].map((seed) => take(seed)[0]));
  assert.equal(firsts.size, 7);
  const next = seeded(1);
  const bins = new Array<number>(100).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const value = next();
    assert.ok(value > 0 && value < 1);
    bins[Math.floor(value * 100)]! += 1;
  }
  fits(bins, new Array(100).fill(0.01));
  assert.throws(() => seeded(NaN), { name: 'RangeError', message: /seed/ });
});

/** Pearson's chi-square of counts against their probabilities; those expected less than ten times go together. */
function fits(counts: readonly number[], probabilities: readonly number[]): void {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let [square, cells, seen, expected] = [0, 0, 0, 0];
  counts.forEach((count, at) => {
    seen += count;
    expected += total * probabilities[at]!;
    if (expected < 10 && at < counts.length - 1) return;
    if (expected > 0) square += (seen - expected) ** 2 / expected;
    [cells, seen, expected] = [cells + 1, 0, 0];
  });
  const p = chiSquareTail(square, cells - 1);
  assert.ok(p > 1e-4, `χ² ${square} on ${cells - 1} degrees, p ${p}`);
}

test('binomial draws have the exact probabilities, from zero and from the mode, mirrored too', () => {
  for (const [n, p] of [
    [1, 0.3],
    [10, 0.05],
    [50, 0.35],
    [60, 0.5],
    [200, 0.9],
    [400, 0.25],
  ] as const) {
    const next = seeded(n);
    const counts = new Array<number>(n + 1).fill(0);
    for (let draw = 0; draw < 50_000; draw++) counts[binomialDraw(n, p, next)]! += 1;
    fits(
      counts,
      counts.map((_, k) => Number(choose(n, k)) * p ** k * (1 - p) ** (n - k)),
    );
  }
  assert.deepEqual(
    [binomialDraw(9, 0, seeded(1)), binomialDraw(9, 1, seeded(1)), binomialDraw(0, 0.5, seeded(1))],
    [0, 9, 0],
  );
});

test('multinomial draws deal all out, in proportion', () => {
  const [next, dealt, sums] = [seeded(5), new Float64Array(4), [0, 0, 0, 0]];
  for (let draw = 0; draw < 20_000; draw++) {
    multinomialDraw(7, [1, 0, 4, 5], 10, next, dealt);
    assert.equal(
      dealt.reduce((sum, count) => sum + count, 0),
      7,
    );
    dealt.forEach((count, cell) => {
      sums[cell]! += count;
    });
  }
  assert.equal(sums[1], 0);
  for (const [cell, part] of [
    [0, 0.1],
    [2, 0.4],
    [3, 0.5],
  ] as const)
    near(sums[cell]! / 140_000, part, 0.006);
});

test('a resample has as many viewers, and the variance of a multinomial draw, by the cell and by the viewer', () => {
  for (const counts of [
    [1, 2, 1, 0, 3],
    [10, 20, 10, 0, 30],
  ]) {
    const n = counts.reduce((sum, count) => sum + count, 0);
    const again = resampler(Float64Array.from(counts), seeded(6));
    const squares = counts.map(() => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const dealt = again();
      assert.equal(
        dealt.reduce((sum, count) => sum + count, 0),
        n,
      );
      dealt.forEach((count, cell) => {
        squares[cell]! += (count - counts[cell]!) ** 2 / 20_000;
      });
    }
    // n p (1 − p), and four errors of a variance from 20,000 draws
    squares.forEach((square, cell) => {
      const variance = counts[cell]! * (1 - counts[cell]! / n);
      near(square, variance, 0.06 * variance);
    });
  }
});

test('beta draws have the beta distribution, below one too', () => {
  for (const known of [
    { alpha: 0.5, beta: 2 },
    { alpha: 1, beta: 1 },
    { alpha: 30, beta: 300 },
  ]) {
    const next = seeded(9);
    const counts = new Array<number>(50).fill(0);
    for (let draw = 0; draw < 50_000; draw++) counts[Math.floor(betaCdf(known, betaDraw(known, next)) * 50)]! += 1;
    fits(counts, new Array(50).fill(0.02));
  }
});
