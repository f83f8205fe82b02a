import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenBuckets } from '../../../../src/server/limits/token-buckets.js';

const RATE = { perSecond: 2, burst: 3 };

test('a burst goes through, then so many a second, and the wait is told', () => {
  const buckets = createTokenBuckets();
  const take = (nowMs: number) => buckets.take('a', RATE, nowMs);
  assert.deepEqual([0, 0, 0, 0].map(take), [0, 0, 0, 0.5]);
  assert.equal(take(499) > 0, true);
  assert.equal(take(500), 0);
  assert.equal(take(500), 0.5);
  assert.deepEqual([9e6, 9e6, 9e6, 9e6].map(take), [0, 0, 0, 0.5]);
});

test('keys do not share', () => {
  const buckets = createTokenBuckets();
  for (let n = 0; n < 4; n += 1) buckets.take('a', RATE, 0);
  assert.equal(buckets.take('b', RATE, 0), 0);
});

test('a clock that goes back gives nothing and takes nothing', () => {
  const buckets = createTokenBuckets();
  for (let n = 0; n < 3; n += 1) buckets.take('a', RATE, 1000);
  assert.equal(buckets.take('a', RATE, 0), 0.5);
});

test('the table stays as small as it is said, and forgets who was not there for longest', () => {
  const buckets = createTokenBuckets(3);
  for (const key of ['a', 'a', 'a', 'a', 'b', 'c']) buckets.take(key, RATE, 0);
  buckets.take('a', RATE, 0);
  buckets.take('d', RATE, 0);
  assert.equal(buckets.size, 3);
  assert.ok(buckets.take('a', RATE, 0) > 0, 'a was there lately and is still empty');
});
