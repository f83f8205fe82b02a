import assert from 'node:assert/strict';
import { test } from 'node:test';
import { friction } from '../../../../src/insights/metrics/friction.js';
import { HOUR, moneyStore, sold, T, touch } from './money-store.js';

const step = (viewer: string, name: string, atMs: number, fields = {}) =>
  touch(viewer, 'mug', atMs, { type: 'checkout_step', product_id: null, quantity: null, step: name, ...fields });

const exits = async (store: Awaited<ReturnType<typeof moneyStore>>, by = 'step') =>
  (await store.ask(friction, { by })).rows.map((row) => [row[by], row.k, row.n]);

test('a checkout whose viewer is given an id in the middle of it is one', async (t) => {
  const store = await moneyStore(t);
  const session = { session_id: 'one', shipping_minor: 490 };
  await store.fill({
    events: [
      step('', 'shipping', T - 60_000, { ...session, viewer: 's:one' }),
      step('ann', 'payment', T - 30_000, session),
    ],
  });
  // one checkout entered shipping and payment, and ended at payment: 0 of 1, and 1 of 1; by shipping cost it is one, too
  assert.deepEqual(await exits(store), [
    ['payment', 1, 1],
    ['shipping', 0, 1],
  ]);
  assert.deepEqual(await exits(store, 'shipping'), [['EUR 1–499', 1, 1]]);
  await store.fill({
    events: [
      step('', 'shipping', T - 60_000, { ...session, viewer: 's:one' }),
      step('ann', 'payment', T - 30_000, session),
    ],
    order_lines: [sold('o1', 'mug', 100, { viewer: 'v:ann' }), sold('o1', 'cup', 100, { viewer: 'v:ann', line: 1 })],
  });
  assert.deepEqual(await exits(store), [
    ['payment', 0, 1],
    ['shipping', 0, 1],
  ]);
});

test('an order ends the checkout that it is of, and none that was left before', async (t) => {
  const store = await moneyStore(t);
  const left = (session: string, atMs: number) => step('ann', 'shipping', atMs, { session_id: session });
  await store.fill({
    events: [left('monday', T - 96 * HOUR), left('friday', T - HOUR / 2), left('saturday', T + 24 * HOUR)],
    order_lines: [sold('o1', 'mug', 100, { viewer: 'v:ann' })],
  });
  // three checkouts entered it; only Friday's, half an hour before the order and not a millisecond more, came to one
  assert.deepEqual(await exits(store), [['shipping', 2, 3]]);
});

test('of steps of one millisecond the later id is the last, whichever was stored first', async (t) => {
  const store = await moneyStore(t);
  const one = (id: number, name: string, minor: number) =>
    step('ann', name, T, { event_id: `00000000-0000-7000-8000-00000000000${id}`, shipping_minor: minor });
  const steps = [one(1, 'shipping', 490), one(2, 'payment', 990)];
  for (const events of [steps, [...steps].reverse()]) {
    await store.fill({ events });
    assert.deepEqual(await exits(store), [
      ['payment', 1, 1],
      ['shipping', 0, 1],
    ]);
    assert.deepEqual(await exits(store, 'shipping'), [['EUR 500–999', 1, 1]]);
  }
});
