import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placement } from '../../../../src/insights/metrics/placement.js';
import { fitBetaPrior } from '../../../../src/insights/statistics/beta-prior.js';
import { posterior, posteriorMean } from '../../../../src/insights/statistics/posterior.js';
import { HOUR, moneyStore, refunded, sold, T, token, touch } from './money-store.js';

test('what nobody bought yet is among all the products that a share is pulled towards', async (t) => {
  const store = await moneyStore(t);
  const seen = (product: string, n: number) =>
    Array.from({ length: n }, (_, i) =>
      touch(`${product}${i}`, product, T - HOUR, { type: 'hotspot_exposure', quantity: null }),
    );
  await store.fill({
    events: [...seen('mug', 10), ...seen('cup', 40), ...seen('jug', 40)],
    order_lines: [sold('o1', 'mug', 1000, token({ token_view: 'view-mug0' }))],
    products: ['mug', 'cup', 'jug'].map((product_id) => ({ site: 'shop', product_id, received_ms: T, margin: 0.5 })),
  });
  const { rows } = await store.ask(placement);
  const mug = rows.find(({ product }) => product === 'mug')!;
  // 1 of 10 views bought at half of 1000, and none of 40 and 40
  const known = [
    { k: 1, n: 10 },
    { k: 0, n: 40 },
    { k: 0, n: 40 },
  ];
  assert.deepEqual([mug.k, mug.n, mug.worth], [1, 10, 500]);
  assert.equal(mug.value, posteriorMean(posterior(fitBetaPrior(known), known[0]!)) * 500);
  assert.ok(mug.value! < (500 * 1) / 10, 'it is pulled down, towards the others');
  assert.equal(rows.find(({ product }) => product === 'cup')!.value, null, 'nobody knows what one would pay');
});

test('what came back is not what a place earns', async (t) => {
  const store = await moneyStore(t);
  const seen = (viewer: string, product: string) =>
    touch(viewer, product, T - HOUR, { type: 'hotspot_exposure', quantity: null });
  await store.fill({
    events: [seen('ann', 'mug'), seen('bob', 'mug'), seen('bob', 'cup')],
    order_lines: [
      sold('o1', 'mug', 1000, token({ token_view: 'view-ann' })),
      sold('o2', 'mug', 1000, token({ token_view: 'view-bob' })),
      sold('o3', 'cup', 900),
    ],
    refund_lines: [refunded('o1', 'mug', 400), refunded('o3', 'cup', 900)],
    products: ['mug', 'cup'].map((product_id) => ({ site: 'shop', product_id, received_ms: T, margin: 0.5 })),
  });
  const { rows } = await store.ask(placement);
  // half of 600 and 1000, by two views; of the cup, which no view bought, half of the nothing that was kept
  assert.deepEqual(rows.map(({ product, k, n, worth }) => [product, k, n, worth]).sort(), [
    ['cup', 0, 1, 0],
    ['mug', 2, 2, 400],
  ]);
});
