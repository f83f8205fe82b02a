import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialDraw } from '../../../../src/insights/statistics/random/binomial-draw.js';
import { multinomialDraw } from '../../../../src/insights/statistics/random/multinomial-draw.js';
import { sampleRatio, sequentialSampleRatio } from '../../../../src/insights/statistics/sample-ratio.js';
import { near, printed, random, rateOf, within } from './support.js';

const halves = (first: number, second: number) => [
  { n: first, weight: 1 },
  { n: second, weight: 1 },
];

test('worked by hand: 821,588 against 815,482 is far off halves, 10 against 15 is not', () => {
  // Fabijan et al., KDD 2019, introduction
  const found = sampleRatio(halves(821_588, 815_482));
  assert.ok(found.mismatch);
  printed(found.p * 1e6, '1.8');
  // χ² = 2·2.5²/12.5 = 1
  near(sampleRatio(halves(10, 15)).p, 0.31731050786291415, 1e-14);
  // 3 arms, χ² = (10² + 0 + 10²)/100 = 2 on 2 degrees
  const three = [90, 100, 110].map((n) => ({ n, weight: 1 / 3 }));
  near(sampleRatio(three).p, Math.exp(-1), 1e-14);
  near(
    sampleRatio([
      { n: 95, weight: 95 },
      { n: 5, weight: 5 },
    ]).p,
    1,
    0,
  );
});

test('nobody yet is no mismatch; what is no arm is refused by name', () => {
  assert.deepEqual(sampleRatio(halves(0, 0)), { p: 1, mismatch: false });
  assert.deepEqual(sequentialSampleRatio(halves(0, 0)), { p: 1, mismatch: false });
  assert.throws(() => sampleRatio([{ n: 1, weight: 1 }]), { name: 'RangeError', message: /arms/ });
  assert.throws(
    () =>
      sampleRatio([
        { n: -1, weight: 1 },
        { n: 1, weight: 1 },
      ]),
    { name: 'RangeError', message: /arms\[0\]\.n/ },
  );
  assert.throws(
    () =>
      sampleRatio([
        { n: 1, weight: 1 },
        { n: 1, weight: 0 },
      ]),
    { name: 'RangeError', message: /arms\[1\]\.weight/ },
  );
});

test('fires at no more than 0.1 % without a mismatch, for equal arms and a 5 % holdout (error 0.01 %)', () => {
  const next = random(31);
  const counts = new Float64Array(2);
  for (const weights of [
    [1, 1],
    [95, 5],
  ]) {
    const fired = rateOf(100_000, () => {
      multinomialDraw(5000, weights, weights[0]! + weights[1]!, next, counts);
      return sampleRatio(weights.map((weight, arm) => ({ n: counts[arm]!, weight }))).mismatch;
    });
    // 0.1 % and three errors; counts being whole, it can't be met to the last digit
    within(fired, 0, 0.0013);
  }
});

test('fires under a mismatch: a tenth of one arm lost', () => {
  const next = random(32);
  const lost = (test: typeof sampleRatio) =>
    rateOf(300, () => test(halves(binomialDraw(5000, 0.9, next), 5000)).mismatch);
  within(lost(sampleRatio), 0.99, 1);
  within(
    lost((arms) => sequentialSampleRatio(arms)),
    0.95,
    1,
  );
});

test('the sequential factor is a martingale: over all places where the next viewer may go, its mean is what it was', () => {
  const weights = [0.5, 0.3, 0.2];
  const factor = (counts: readonly number[]) =>
    1 /
    Math.min(
      1,
      sequentialSampleRatio(
        counts.map((n, arm) => ({ n, weight: weights[arm]! })),
        20,
      ).p,
    );
  // far enough from the weights that the factor is above 1 before and after
  for (const counts of [
    [10, 40, 30],
    [60, 10, 3],
    [0, 0, 25],
    [500, 400, 200],
  ]) {
    assert.ok(factor(counts) > 2);
    const after = weights.map((weight, arm) => weight * factor(counts.map((n, at) => n + Number(at === arm))));
    near(after.reduce((sum, part) => sum + part, 0) / factor(counts), 1, 1e-9);
  }
});

test('looked at on each of 50 days, the chi-square fires too often and the sequential test in no more than 0.1 %', () => {
  const next = random(33);
  let once = 0;
  const fired = rateOf(6000, () => {
    let [first, second, chiSquare, sequential] = [0, 0, false, false];
    for (let day = 0; day < 50; day++) {
      const ofDay = binomialDraw(1000, 0.5, next);
      first += ofDay;
      second += 1000 - ofDay;
      chiSquare ||= sampleRatio(halves(first, second)).mismatch;
      sequential ||= sequentialSampleRatio(halves(first, second)).mismatch;
    }
    if (chiSquare) once++;
    return sequential;
  });
  within(fired, 0, 0.001);
  assert.ok(once / (process.env.LONG ? 60_000 : 6000) > 0.003, 'or nobody needs the other');
});
