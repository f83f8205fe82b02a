import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribution } from '../../../../src/insights/metrics/attribution.js';
import { DAY, HOUR, moneyStore, refunded, sold, T, type Tables, token, touch } from './money-store.js';

const brief = (rows: readonly Record<string, unknown>[], by = 'video') =>
  rows
    .map((row) => [row[by], row.currency, row.kind, row.k, row.value])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));

const cases: Record<
  string,
  { tables: Tables; rows: unknown[]; options?: Record<string, string | number>; by?: string }
> = {
  'the last action of the same product gets the line, though another was later': {
    tables: {
      events: [
        touch('ann', 'mug', T - 3 * HOUR, { video_id: 'tea' }),
        touch('ann', 'mug', T - 2 * HOUR),
        touch('ann', 'lamp', T - HOUR, { video_id: 'late' }),
      ],
      order_lines: [sold('o1', 'mug', 1900, { viewer: 'v:ann' })],
    },
    rows: [['coffee', 'EUR', 'same', 1, 1900]],
  },
  'linear parts of 1000 over three are 333, 333 and 334': {
    tables: {
      events: ['a', 'b', 'c'].map((video, i) => touch('ann', 'mug', T - 3 * HOUR + i, { video_id: video })),
      order_lines: [sold('o1', 'mug', 1000, { viewer: 'v:ann' })],
    },
    options: { model: 'linear' },
    rows: [
      ['a', 'EUR', 'same', 1, 333],
      ['b', 'EUR', 'same', 1, 333],
      ['c', 'EUR', 'same', 1, 334],
    ],
  },
  'without one of its product an action of another is halo': {
    tables: {
      events: [touch('ann', 'lamp', T - HOUR)],
      order_lines: [sold('o1', 'mug', 1900, { viewer: 'v:ann' })],
    },
    rows: [['coffee', 'EUR', 'halo', 1, 1900]],
  },
  'a token beats the viewer': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR, { video_id: 'tea' }), touch('bob', 'mug', T - 2 * HOUR)],
      order_lines: [sold('o1', 'mug', 1900, { viewer: 'v:ann', ...token() })],
    },
    rows: [['coffee', 'EUR', 'same', 1, 1900]],
  },
  'a token from another site says nothing: its video is none of this one': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR), touch('x', 'mug', T - HOUR, { site: 'other', video_id: 'alien' })],
      order_lines: [
        sold('o1', 'mug', 1900, { viewer: 'v:ann', ...token({ token_video: 'alien' }) }),
        sold('o2', 'mug', 100, token({ token_video: 'alien' })),
      ],
    },
    rows: [
      ['coffee', 'EUR', 'same', 1, 1900],
      [null, 'EUR', 'unattributed', 1, 100],
    ],
  },
  'nor does one whose video is on both sites: its view is of the other': {
    tables: {
      events: [
        touch('ann', 'mug', T - HOUR, { video_id: 'tea' }),
        touch('bob', 'mug', T - HOUR),
        touch('x', 'mug', T - HOUR, { site: 'other' }),
      ],
      order_lines: [
        sold('o1', 'mug', 1900, { viewer: 'v:ann', ...token({ token_view: 'view-x' }) }),
        sold('o2', 'mug', 100, token({ token_view: 'view-x' })),
        // a view that nothing arrived of, and one of this site
        sold('o3', 'mug', 10, token({ token_view: 'lost' })),
        sold('o4', 'mug', 1, token({ token_view: 'view-bob', token_position_ms: 5 })),
        sold('o5', 'mug', 4000, { site: 'other', ...token({ token_view: 'view-x' }) }),
      ],
    },
    rows: [
      ['coffee', 'EUR', 'same', 3, 4011],
      ['tea', 'EUR', 'same', 1, 1900],
      [null, 'EUR', 'unattributed', 1, 100],
    ],
  },
  'an action after the order, and one before the window, count for nothing; at its very edges they do': {
    tables: {
      events: [
        touch('ann', 'mug', T + 1),
        touch('bob', 'mug', T - 7 * DAY - 1),
        touch('cat', 'mug', T),
        touch('dan', 'mug', T - 7 * DAY),
      ],
      order_lines: ['ann', 'bob', 'cat', 'dan'].map((viewer) => sold(viewer, 'mug', 100, { viewer: `v:${viewer}` })),
    },
    rows: [
      ['coffee', 'EUR', 'same', 2, 200],
      [null, 'EUR', 'unattributed', 2, 200],
    ],
  },
  'within 30 days there is more': {
    tables: {
      events: [touch('bob', 'mug', T - 29 * DAY)],
      order_lines: [sold('o', 'mug', 100, { viewer: 'v:bob' })],
    },
    options: { within: 30 },
    rows: [['coffee', 'EUR', 'same', 1, 100]],
  },
  'a browser hours ahead: the event of the token has the time of the server, a token alone is not believed': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR)],
      order_lines: [
        sold('o1', 'mug', 100, token({ token_view: 'view-ann', token_at_ms: T + 9 * HOUR })),
        sold('o2', 'mug', 10, token({ token_at_ms: T + 9 * HOUR })),
        sold('o3', 'mug', 1, token({ token_at_ms: T + 60_000 })),
      ],
    },
    rows: [
      ['coffee', 'EUR', 'same', 2, 101],
      [null, 'EUR', 'unattributed', 1, 10],
    ],
  },
  'a refund returns to the cell of its line, by variant': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR)],
      order_lines: [
        sold('o1', 'mug', 500, { variant_id: 'red' }),
        sold('o1', 'mug', 700, { line: 1, variant_id: 'blue', ...token() }),
      ],
      refund_lines: [refunded('o1', 'mug', 300, { variant_id: 'blue' })],
    },
    rows: [
      ['coffee', 'EUR', 'same', 1, 400],
      [null, 'EUR', 'unattributed', 1, 500],
    ],
  },
  'two currencies are two rows': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR)],
      order_lines: [
        sold('o1', 'mug', 500, { viewer: 'v:ann' }),
        sold('o2', 'mug', 700, { viewer: 'v:ann', currency: 'USD' }),
      ],
    },
    rows: [
      ['coffee', 'EUR', 'same', 1, 500],
      ['coffee', 'USD', 'same', 1, 700],
    ],
  },
  'duplicates and a page’s word beside the webhook’s count once': {
    tables: {
      order_lines: [
        sold('o1', 'mug', 999, { source: 'page', received_ms: T - 5 }),
        sold('o1', 'mug', 500, { source: 'shopify', received_ms: T + 9 }),
        sold('o1', 'mug', 500, { source: 'shopify', received_ms: T + 10 }),
      ],
    },
    rows: [[null, 'EUR', 'unattributed', 1, 500]],
  },
  'all bots: nothing is credited, by viewer or by token': {
    tables: {
      events: [touch('bot', 'mug', T - HOUR, { bot: true })],
      order_lines: [
        sold('o1', 'mug', 500, { viewer: 'v:bot' }),
        sold('o2', 'mug', 500, token({ token_view: 'view-bot' })),
      ],
    },
    rows: [[null, 'EUR', 'unattributed', 2, 1000]],
  },
  'a viewer with orders and no actions': {
    tables: { order_lines: [sold('o1', 'mug', 500, { viewer: 'v:ann' })] },
    rows: [[null, 'EUR', 'unattributed', 1, 500]],
  },
  'no orders at all': { tables: { events: [touch('ann', 'mug', T)] }, rows: [] },
  'taken out of the cart is no action': {
    tables: {
      events: [touch('ann', 'mug', T - HOUR, { quantity: -1 })],
      order_lines: [sold('o1', 'mug', 500, { viewer: 'v:ann' })],
    },
    rows: [[null, 'EUR', 'unattributed', 1, 500]],
  },
};

for (const [name, { tables, rows, options = {}, by = 'video' }] of Object.entries(cases)) {
  test(name, async (t) => {
    const store = await moneyStore(t);
    await store.fill(tables);
    const order = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);
    assert.deepEqual(brief((await store.ask(attribution, { by, options })).rows, by), [...rows].sort(order));
  });
}

test('a refund larger than its order takes no more than was sold, and the rest is told', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    order_lines: [sold('o1', 'mug', 500)],
    refund_lines: [refunded('o1', 'mug', 800), refunded('never', 'mug', 70)],
  });
  const { rows, summary } = await store.ask(attribution);
  assert.deepEqual([rows[0]!.value, rows[0]!.refunded], [0, 500]);
  assert.deepEqual(summary!.refunds, [{ currency: 'EUR', minor: 870, returned: 500, excess: 300, orphaned: 70 }]);
});

test('a total is as uncertain as the buyers are few', async (t) => {
  const store = await moneyStore(t);
  await store.fill({ order_lines: [sold('o1', 'mug', 300), sold('o2', 'mug', 400)] });
  const [row] = (await store.ask(attribution)).rows;
  // √(300² + 400²) = 500, times 1.959964
  assert.deepEqual([row!.n, row!.value, Math.round(row!.low!), Math.round(row!.high!)], [2, 700, -280, 1680]);
});

test('what came back to no line is the same, whichever video is asked for', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [touch('ann', 'mug', T - HOUR), touch('bob', 'lamp', T - HOUR, { video_id: 'tea' })],
    order_lines: [
      sold('o1', 'mug', 500, { viewer: 'v:ann' }),
      sold('o2', 'lamp', 900, { viewer: 'v:bob' }),
      sold('o3', 'cup', 50),
    ],
    refund_lines: [refunded('o1', 'mug', 700), refunded('o2', 'lamp', 300), refunded('o3', 'cup', 20)],
  });
  // of 700 + 300 + 20 only the 200 are too much that the mug did not cost: 500, 300 and 20 went back to their lines
  for (const selection of [{}, { video: 'coffee' }, { video: 'tea' }, { arm: 'none' }]) {
    const { summary } = await store.ask(attribution, { selection });
    assert.deepEqual(summary!.refunds, [{ currency: 'EUR', minor: 1020, returned: 820, excess: 200, orphaned: 0 }]);
  }
});

test('linear: nothing comes back to an action beyond what it got', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: ['a', 'b', 'c', 'd', 'e'].map((video, i) => touch('ann', 'mug', T - HOUR + i, { video_id: video })),
    order_lines: [sold('o1', 'mug', 3, { viewer: 'v:ann' })],
    refund_lines: [refunded('o1', 'mug', 2)],
  });
  const { rows } = await store.ask(attribution, { options: { model: 'linear' } });
  const cells = rows.map(({ video, gross, refunded: back }) => [video, gross, back]).sort();
  // 3 over five are 0 0 1 1 1, and 2 are 0 0 0 1 1: rounded down as a running sum, the third would get 0 of 3 and lose 1
  assert.deepEqual(cells, [
    ['a', 0, 0],
    ['b', 0, 0],
    ['c', 1, 0],
    ['d', 1, 1],
    ['e', 1, 1],
  ]);
});
