import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paths } from '../../../../src/insights/metrics/paths.js';
import { DAY, HOUR, moneyStore, sold, T, token, touch } from './money-store.js';

test('an order’s path are the videos before it, each once as long as no other came between', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      touch('ann', 'mug', T - 4 * HOUR, { video_id: 'table' }),
      touch('ann', 'mug', T - 3 * HOUR),
      touch('ann', 'lamp', T - 2 * HOUR),
      // after the order, too long before it, and of a program
      touch('ann', 'mug', T + HOUR, { video_id: 'later' }),
      touch('ann', 'mug', T - 8 * DAY, { video_id: 'long-ago' }),
      touch('ann', 'mug', T - HOUR, { video_id: 'robot', bot: true }),
      touch('bob', 'mug', T - HOUR),
      touch('cat', 'mug', T - HOUR),
      touch('cat', 'lamp', T - HOUR + 1),
    ],
    order_lines: [
      sold('o1', 'mug', 1000, { viewer: 'v:ann' }),
      sold('o1', 'lamp', 500, { viewer: 'v:ann', line: 1 }),
      sold('o2', 'mug', 300, { viewer: 'v:bob' }),
      // nobody knows whose it is, but its token knows the video
      sold('o3', 'mug', 200, token()),
      sold('o6', 'mug', 400, { viewer: 'v:cat' }),
      sold('o4', 'mug', 100),
      sold('o5', 'mug', 700, { viewer: 'v:bob', currency: 'USD' }),
    ],
  });
  const { rows } = await store.ask(paths, { options: { within: 7 } });
  assert.deepEqual(
    rows.map(({ path, currency, k, n, value }) => [path, currency, k, n, value]).sort(),
    [
      [['coffee'], 'EUR', 3, 3, 900],
      [['coffee'], 'USD', 1, 1, 700],
      [['table', 'coffee'], 'EUR', 1, 1, 1500],
    ].sort(),
  );
  const two = rows.find(({ k }) => k === 3)!;
  assert.ok(two.low! < 500 && two.high! > 500);
  assert.equal(rows.find(({ currency }) => currency === 'USD')!.low, null, 'one order shows no spread');
});
