import assert from 'node:assert/strict';
import { seeded } from '../../../../src/insights/statistics/random/random.js';

export function near(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

/** As a publication prints it. */
export function printed(actual: number, expected: string): void {
  assert.equal(actual.toFixed(expected.split('.')[1]?.length ?? 0), expected);
}

/** The share of runs in which `event` happens; LONG=1 makes it ten times as many. */
export function rateOf(runs: number, event: () => boolean): number {
  const all = process.env.LONG ? runs * 10 : runs;
  let times = 0;
  for (let run = 0; run < all; run++) if (event()) times++;
  return times / all;
}

/** Holds a rate to low..high; the seeds are fixed, so that a test which passes goes on passing. */
export function within(rate: number, low: number, high: number): void {
  assert.ok(rate >= low && rate <= high, `${rate} is not from ${low} to ${high}`);
}

export const random = (seed: number) => seeded(seed);

/** num / den, which are whole, to the last digit of a double. */
export function quotient(num: bigint, den: bigint): number {
  const scale = 10n ** 60n;
  return Number((num * scale) / den) / 1e60;
}

export function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}
