import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intentional } from '../../../../src/insights/metrics/intentional.js';
import { HOUR, moneyStore, T, touch } from '../money/money-store.js';

test('whoever meant it did not do it by accident, though an opening was lost', async (t) => {
  const store = await moneyStore(t);
  const event = (viewer: string, type: string, dwell?: number) =>
    touch(viewer, 'mug', T - HOUR, { type, dwell_ms: dwell, quantity: null });
  await store.fill({
    events: [
      event('ann', 'product_view'),
      event('ann', 'product_dwell', 400),
      // her second opening was lost on the way
      event('ann', 'product_dwell', 5000),
      event('bob', 'product_view'),
      event('bob', 'product_dwell', 999),
    ],
  });
  const [row] = (await store.ask(intentional)).rows;
  // ann by her 5 s; bob closed it within the second
  assert.deepEqual([row!.k, row!.n, row!.accidental], [1, 2, 1]);
});
