import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bootstrap, type ValueCell } from '../../../../src/insights/statistics/bootstrap.js';
import { mean } from '../../../../src/insights/statistics/mean.js';
import { normalInterval } from '../../../../src/insights/statistics/normal-interval.js';
import { percentileInterval } from '../../../../src/insights/statistics/percentile.js';
import { near, random, rateOf, within } from './support.js';

const meanOf = ([sum]: readonly number[], n: number) => sum! / n;
const ratioOf = ([x, y]: readonly number[]) => x! / y!;

test('of 199 draws the fifth from either end bounds 95 %: a 200th falls between them in 190 of 200', () => {
  const draws = Array.from({ length: 199 }, (_, at) => (at * 7) % 199);
  const { low, high } = percentileInterval(draws, 0.95);
  near(low, 4, 1e-9);
  near(high, 194, 1e-9);
  assert.deepEqual(percentileInterval([3], 0.95), { low: 3, high: 3 });
});

test('the same seed gives the same interval, and equal viewers in one cell the same value as each in its own', () => {
  const one = [
    { n: 30, values: [2, 1] },
    { n: 70, values: [5, 2] },
  ];
  const found = bootstrap(one, meanOf, { seed: 1 })!;
  assert.equal(found.value, 4.1);
  assert.deepEqual(bootstrap(one, meanOf, { seed: 1 }), found);
  assert.notDeepEqual(bootstrap(one, meanOf, { seed: 2 }), found);
  assert.equal(bootstrap(one, ratioOf, { seed: 1 })!.value, 410 / 170);
  const each = one.flatMap(({ n, values }) => Array.from({ length: n }, () => ({ n: 1, values })));
  assert.equal(bootstrap(each, meanOf, { seed: 1 })!.value, 4.1);
});

test('with many draws it is as wide as the normal interval of a mean', () => {
  const cells = Array.from({ length: 50 }, (_, value) => ({ n: 20, values: [value] }));
  const found = bootstrap(cells, meanOf, { seed: 3, draws: 20_000 })!;
  const sumSquares = cells.reduce((sum, { n, values }) => sum + n * values[0]! ** 2, 0);
  const { low, high } = normalInterval(mean({ n: 1000, sum: found.value * 1000, sumSquares }));
  near(found.low, low, 0.03);
  near(found.high, high, 0.03);
});

test('sums, means and ratios of sums are covered in 95 % ± 1 %, with 200 draws of 600 viewers (error 0.3 %)', () => {
  const next = random(41);
  /** Viewers watch up to four minutes; those who watch long more likely buy, one piece or two. */
  const viewers = (): ValueCell[] => {
    const cells = new Map<number, { n: number; values: number[] }>();
    for (let viewer = 0; viewer < 600; viewer++) {
      const minutes = 1 + Math.floor(next() * 4);
      const bought = next() < minutes / 8 ? 1 + Math.floor(next() * 2) : 0;
      const key = minutes * 10 + bought;
      const cell = cells.get(key) ?? { n: 0, values: [minutes, bought] };
      cell.n++;
      cells.set(key, cell);
    }
    return [...cells.values()];
  };
  // 2.5 minutes in the mean, and 1.5 pieces for each eighth of them
  const truths = { sum: 2.5 * 600, mean: 0.46875, ratio: 0.1875 };
  let [run, sum, ratio] = [0, 0, 0];
  const rate = rateOf(4000, () => {
    const [cells, seed] = [viewers(), ++run];
    const ofSum = bootstrap(cells, ([minutes]) => minutes!, { seed })!;
    if (ofSum.low <= truths.sum && truths.sum <= ofSum.high) sum++;
    const ofRatio = bootstrap(cells, ([minutes, bought]) => bought! / minutes!, { seed })!;
    if (ofRatio.low <= truths.ratio && truths.ratio <= ofRatio.high) ratio++;
    const { low, high } = bootstrap(cells, ([, bought], n) => bought! / n, { seed })!;
    return low <= truths.mean && truths.mean <= high;
  });
  within(rate, 0.94, 0.96);
  within(sum / run, 0.94, 0.96);
  within(ratio / run, 0.94, 0.96);
});

test('half a million viewers are resampled 200 times in seconds, in five thousand cells or each in its own', () => {
  for (const [count, n, seconds] of [
    [5000, 100, 1.5],
    [500_000, 1, 6],
  ] as const) {
    const cells = Array.from({ length: count }, (_, value) => ({ n, values: [value] }));
    const started = process.cpuUsage();
    bootstrap(cells, meanOf, { seed: 1 });
    const { user } = process.cpuUsage(started);
    assert.ok(user < seconds * 1e6, `${user} µs`);
  }
});

test('one viewer, equal viewers, nothing to divide by', () => {
  assert.deepEqual(bootstrap([{ n: 1, values: [3] }], meanOf, { seed: 1 }), { value: 3, low: 3, high: 3 });
  assert.deepEqual(
    bootstrap(
      [
        { n: 9, values: [3] },
        { n: 1, values: [3] },
      ],
      meanOf,
      { seed: 1 },
    ),
    { value: 3, low: 3, high: 3 },
  );
  assert.equal(bootstrap([{ n: 9, values: [3, 0] }], ratioOf, { seed: 1 }), null);
  // in some draws nobody has anything to divide by
  const rare = bootstrap(
    [
      { n: 9, values: [0, 0] },
      { n: 1, values: [3, 1] },
    ],
    ratioOf,
    { seed: 1 },
  );
  assert.deepEqual(rare, { value: 3, low: 3, high: 3 });
});

test('what is no cell is refused by name', () => {
  const refuses = (cells: ValueCell[], message: RegExp, options = { seed: 1 }) =>
    assert.throws(() => bootstrap(cells, meanOf, options), { name: 'RangeError', message });
  refuses([], /cells/);
  refuses([{ n: 0, values: [1] }], /viewers of all cells/);
  refuses([{ n: -1, values: [1] }], /cells\[0\]\.n/);
  refuses([{ n: 1, values: [NaN] }], /cells\[0\]\.values\[0\]/);
  refuses(
    [
      { n: 1, values: [1] },
      { n: 1, values: [1, 2] },
    ],
    /number of values of cells\[1\]/,
  );
  refuses([{ n: 1, values: [1] }], /draws/, { seed: 1, draws: 0 } as { seed: number });
  refuses([{ n: 1, values: [1] }], /seed/, { seed: NaN });
});
