import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abandoned } from '../../../../src/insights/metrics/abandoned.js';
import { basket } from '../../../../src/insights/metrics/basket.js';
import { returns } from '../../../../src/insights/metrics/returns.js';
import { valueLeft } from '../../../../src/insights/metrics/value-left.js';
import { DAY, HOUR, moneyStore, refunded, sold, T, token, touch } from './money-store.js';

test('who did not order in time has abandoned; the young are pending; a token orders too', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      touch('ann', 'mug', T - 2 * HOUR),
      touch('bob', 'mug', T - 25 * HOUR),
      touch('cat', 'mug', T - 60 * HOUR),
      touch('dan', 'mug', T + 30 * HOUR),
      touch('eve', 'mug', T - HOUR),
      touch('bot', 'mug', T - HOUR, { bot: true }),
    ],
    order_lines: [
      sold('o1', 'mug', 100, { viewer: 'v:ann' }),
      sold('o2', 'mug', 100, { viewer: 'v:bob' }),
      sold('o3', 'mug', 100, token({ token_view: 'view-eve' })),
    ],
  });
  const ask = async (state: string) => {
    const [row] = (await store.ask(abandoned, { nowMs: T + 48 * HOUR, options: { state } })).rows;
    return [row!.k, row!.n, row!.pending];
  };
  // bob ordered after 25 h, cat never; dan carted 18 h ago
  assert.deepEqual(await ask('abandoned'), [2, 4, 1]);
  // ann and eve took an hour and more
  assert.deepEqual(await ask('open'), [5, 5, 0]);
  // nobody but those who ordered could tell within 7 days
  assert.deepEqual(await ask('lost'), [0, 0, 5]);
});

test('nobody to observe: a share of nothing is null', async (t) => {
  const store = await moneyStore(t);
  await store.fill({ events: [touch('ann', 'mug', T)] });
  const [row] = (await store.ask(abandoned, { nowMs: T + HOUR })).rows;
  assert.deepEqual([row!.k, row!.n, row!.value, row!.low], [0, 0, null, null]);
  for (const metric of [returns, basket]) assert.deepEqual((await store.ask(metric)).rows, []);
});

test('what is left is what was put in, less what was taken out and ordered, at its latest price', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      touch('ann', 'mug', T, { quantity: 3 }),
      touch('ann', 'mug', T + 1, { quantity: -1, unit_minor: 900 }),
      touch('ann', 'lamp', T + 2, { quantity: 1, currency: 'USD', unit_minor: 5000 }),
      touch('bob', 'mug', T - HOUR),
      touch('cat', 'mug', T + 1),
      touch('bot', 'mug', T + 1, { bot: true }),
    ],
    order_lines: [sold('o1', 'mug', 1000, { viewer: 'v:bob' })],
  });
  const { rows } = await store.ask(valueLeft);
  // EUR: ann 2 × 900, cat 1 × 1000; bob ordered
  assert.deepEqual(
    rows.map(({ currency, n, value }) => [currency, n, value]),
    [
      ['USD', 1, 5000],
      ['EUR', 2, 2800],
    ],
  );
});

test('complements are two products of one video', async (t) => {
  const store = await moneyStore(t);
  const at = T - HOUR;
  await store.fill({
    events: [
      touch('ann', 'mug', at),
      touch('ann', 'cup', at),
      touch('bob', 'mug', at),
      touch('bob', 'cup', at, { video_id: 'tea' }),
    ],
    order_lines: [
      sold('o1', 'mug', 1000, { viewer: 'v:ann' }),
      sold('o1', 'cup', 500, { viewer: 'v:ann', line: 1 }),
      sold('o2', 'mug', 1000, { viewer: 'v:bob' }),
      sold('o2', 'cup', 400, { viewer: 'v:bob', line: 1 }),
      sold('o3', 'mug', 900),
    ],
  });
  const { rows } = await store.ask(basket);
  assert.deepEqual(Object.fromEntries(rows.map((row) => [row.complements, [row.n, row.value]])), {
    with: [1, 1500],
    without: [1, 1400],
    none: [1, 900],
  });
});

test('units come back in time, of orders that are old enough, and never more than were sold', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    order_lines: [
      sold('o1', 'mug', 100, { quantity: 3 }),
      sold('o2', 'mug', 100, { quantity: 2 }),
      sold('o3', 'mug', 100, { quantity: 5, at_ms: T + 40 * DAY }),
    ],
    refund_lines: [
      refunded('o1', 'mug', 1, { quantity: 9 }),
      refunded('o2', 'mug', 1, { at_ms: T + 31 * DAY }),
      refunded('o3', 'mug', 1, { at_ms: T + 41 * DAY }),
    ],
  });
  const [row] = (await store.ask(returns, { nowMs: T + 60 * DAY })).rows;
  assert.deepEqual([row!.k, row!.n, row!.value], [3, 5, 0.6]);
});
