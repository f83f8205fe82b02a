import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAlike } from './alike.js';

test('fractions may differ in their last digits, and nothing else in anything', () => {
  const rows = (value: unknown) => [{ video: 'coffee', value, low: null }];
  for (const [one, other] of [
    [0.1 + 0.2, 0.3],
    [1e17, 1e17 + 16],
    [100 / 3, 33.333333333],
    [12, 12 + 1e-12],
  ])
    assertAlike(rows(one), rows(other), 'a row');
  for (const [one, other] of [
    [0.3, 0.3000001],
    [100_000_000_000, 100_000_000_001],
    [0, null],
    [1, '1'],
    [undefined, null],
    [1e-12, -1e-12],
  ])
    assert.throws(() => assertAlike(rows(one), rows(other), 'a row'), /\.0\.value of a row/);
  assert.throws(() => assertAlike(rows(1), [], 'a row'), /all of a row/);
});
