import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilson } from '../../../../src/insights/statistics/wilson.js';

/** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
const PUBLISHED = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const;

for (const [k, n, low, high] of PUBLISHED) {
  test(`${k} of ${n} as published`, () => {
    const interval = wilson(k, n);
    assert.equal(interval.low.toFixed(4), low.toFixed(4));
    assert.equal(interval.high.toFixed(4), high.toFixed(4));
  });
}

test('the bounds stay within 0 and 1, hold the share, and are each other in the mirror', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(n * share);
      const { low, high } = wilson(k, n);
      const mirror = wilson(n - k, n);
      assert.ok(low >= 0 && high <= 1 && low <= k / n && k / n <= high);
      assert.ok(Math.abs(low - (1 - mirror.high)) < 1e-12);
    }),
  );
});
