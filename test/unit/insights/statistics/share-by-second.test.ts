import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialDraw } from '../../../../src/insights/statistics/random/binomial-draw.js';
import { mergeSparse } from '../../../../src/insights/statistics/seconds.js';
import { shareBySecond } from '../../../../src/insights/statistics/share-by-second.js';
import { wilson } from '../../../../src/insights/statistics/wilson.js';
import { random, rateOf, within } from './support.js';

test('sparse seconds join the smaller neighbour, the least first, over seconds without exposure', () => {
  const seconds = [
    [9, 40],
    [3, 20],
    [1, 50],
    [2, 5],
    [8, 10],
    [5, 0],
    [4, 31],
  ].map(([second, n]) => ({ second: second!, n: n!, k: 1 * Number(n! > 0) }));
  // 2 (5) joins 3 (20): 25, which then is more than 8 (10); 8 joins 4 (31); the 25 joins 8's 41
  assert.deepEqual(mergeSparse(seconds), [
    { from: 1, to: 1, k: 1, n: 50 },
    { from: 2, to: 8, k: 4, n: 66 },
    { from: 9, to: 9, k: 1, n: 40 },
  ]);
  assert.deepEqual(mergeSparse([]), []);
  assert.deepEqual(mergeSparse([{ second: 4, k: 1, n: 3 }]), [{ from: 4, to: 4, k: 1, n: 3 }]);
});

/** A minute whose viewers leave bit by bit; `shares` says how many click at each second. */
const minute = (seed: number) => {
  const next = random(seed);
  return (shareAt: (second: number) => number, viewers = 1500) =>
    Array.from({ length: 60 }, (_, second) => {
      const n = viewers - Math.floor((viewers * second) / 80);
      return { second, n, k: binomialDraw(n, shareAt(second), next) };
    });
};

test('on a flat truth a peak is claimed in at most 5 %, with many and with few clicks (error 0.7 %)', () => {
  for (const [seed, share, viewers] of [
    [51, 0.02, 1500],
    [52, 0.002, 400],
  ] as const) {
    const draw = minute(seed);
    const rate = rateOf(
      1000,
      () =>
        shareBySecond(
          draw(() => share, viewers),
          { seed, permutations: 199, draws: 1 },
        ).peak !== null,
    );
    within(rate, 0.01, 0.05);
  }
});

test('a planted peak is found, and its place lies within the bounds', () => {
  const draw = minute(53);
  let placed = 0;
  const found = rateOf(200, () => {
    const { peak } = shareBySecond(
      draw((second) => (second === 37 ? 0.06 : 0.02)),
      { seed: 1, permutations: 199 },
    );
    if (peak && peak.place.low <= 37 && 37 <= peak.place.high) placed++;
    return peak !== null;
  });
  within(found, 0.95, 1);
  within(placed / (process.env.LONG ? 2000 : 200), 0.95 * found, 1);
});

test('all sixty intervals hold the truth at once in 95 %, flat or with a peak (error 1 %)', () => {
  for (const shareAt of [() => 0.02, (second: number) => (second === 37 ? 0.06 : 0.02)]) {
    const draw = minute(54);
    const covered = rateOf(500, () => {
      const { cells } = shareBySecond(draw(shareAt), { seed: 1, permutations: 199, draws: 1 });
      return cells.every(({ from, low, high }) => low <= shareAt(from) && shareAt(from) <= high);
    });
    within(covered, 0.94, 1);
  }
});

test('the same seed gives the same answer; cells carry what they are made of', () => {
  const seconds = minute(55)((second) => (second === 20 ? 0.1 : 0.02));
  const found = shareBySecond(seconds, { seed: 8 });
  assert.deepEqual(shareBySecond(seconds, { seed: 8 }), found);
  assert.equal(found.p, 0.001);
  assert.deepEqual([found.peak!.from, found.peak!.to, found.peak!.place], [20, 20, { low: 20, high: 20 }]);
  assert.equal(found.cells[20]!.value, seconds[20]!.k / seconds[20]!.n);
  // at once is wider than each alone
  const alone = wilson(seconds[3]!.k, seconds[3]!.n);
  assert.ok(found.cells[3]!.low < alone.low && found.cells[3]!.high > alone.high);
});

test('nothing, one cell, no clicks, all click: no peak', () => {
  assert.deepEqual(shareBySecond([], { seed: 1 }), { cells: [], p: 1, peak: null });
  const one = shareBySecond([{ second: 0, k: 3, n: 40 }], { seed: 1 });
  assert.deepEqual([one.p, one.peak, one.cells[0]!.low], [1, null, wilson(3, 40).low]);
  for (const k of [0, 50]) {
    const { p, peak, cells } = shareBySecond(
      [0, 1, 2].map((second) => ({ second, k, n: 50 })),
      { seed: 1 },
    );
    assert.ok(p > 0.5 && peak === null);
    for (const { value, low, high } of cells) assert.ok(low <= value && value <= high && high - low > 0.05);
  }
});

test('what is no second is refused by name', () => {
  const refuses = (seconds: Parameters<typeof shareBySecond>[0], message: RegExp) =>
    assert.throws(() => shareBySecond(seconds, { seed: 1 }), { name: 'RangeError', message });
  refuses([{ second: 0, k: 3, n: 2 }], /seconds\[0\]\.k/);
  refuses([{ second: 0.5, k: 0, n: 2 }], /seconds\[0\]\.second/);
  refuses([{ second: 1, k: 0, n: NaN }], /seconds\[0\]\.n/);
  refuses(
    [
      { second: 1, k: 0, n: 5 },
      { second: 1, k: 0, n: 5 },
    ],
    /second 1 twice/,
  );
  assert.throws(() => shareBySecond([], { seed: 1, permutations: 5 }), { name: 'RangeError', message: /permutations/ });
});
