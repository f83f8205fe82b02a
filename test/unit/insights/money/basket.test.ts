import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basket } from '../../../../src/insights/metrics/basket.js';
import { HOUR, moneyStore, sold, T, touch } from './money-store.js';

test('asked for a product or a video, a basket is the whole order that it is in', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      touch('ann', 'mug', T - HOUR),
      touch('ann', 'lamp', T - HOUR + 1),
      touch('bob', 'tray', T - HOUR, { video_id: 'tea' }),
    ],
    order_lines: [
      sold('o1', 'mug', 1000, { viewer: 'v:ann' }),
      sold('o1', 'lamp', 500, { viewer: 'v:ann', line: 1 }),
      sold('o2', 'tray', 300, { viewer: 'v:bob' }),
      sold('o3', 'mug', 70),
    ],
  });
  const ask = async (selection: object) =>
    (await store.ask(basket, { selection })).rows.map((row) => [row.complements, row.n, row.value]);
  const [both, one, none] = [
    ['with', 1, 1500],
    ['without', 1, 300],
    ['none', 1, 70],
  ];
  assert.deepEqual(await ask({}), [both, one, none]);
  // mug and lamp of o1 were put in the cart in one film: 1000 + 500, though only the mug is asked for
  assert.deepEqual(await ask({ product: 'mug' }), [both, none]);
  assert.deepEqual(await ask({ video: 'coffee' }), [both]);
  assert.deepEqual(await ask({ video: 'tea' }), [one]);
  assert.deepEqual(await ask({ video: 'none' }), []);
});
