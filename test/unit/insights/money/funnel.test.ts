import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnel } from '../../../../src/insights/metrics/funnel.js';
import { HOUR, moneyStore, sold, T, touch } from './money-store.js';

const came = (viewer: string, atMs: number, type = 'player_opportunity') =>
  touch(viewer, 'mug', atMs, { type, product_id: null, quantity: null });
/** What a page without a player sends. */
const page = (viewer: string, atMs: number, type: string) =>
  touch(viewer, 'mug', atMs, { type, product_id: null, quantity: null, video_id: null, view_id: null, seq: null });

const reached = async (store: Awaited<ReturnType<typeof moneyStore>>, selection = {}) =>
  Object.fromEntries((await store.ask(funnel, { selection })).rows.map(({ stage, k }) => [stage, k]));

test('who checks out or orders without having been near a video is not of it, and who came to one later only came', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      page('out', T - HOUR, 'checkout_step'),
      page('out', T, 'purchase'),
      page('late', T - HOUR, 'checkout_step'),
      page('late', T, 'purchase'),
      came('late', T + HOUR),
      came('ann', T - 2 * HOUR),
    ],
    order_lines: ['out', 'late'].map((viewer) => sold(viewer, 'mug', 100, { viewer: `v:${viewer}`, source: 'page' })),
  });
  // of what the three did only two are at a video: ann's, and late's after the order
  const { opportunity, view, checkout, order } = await reached(store);
  assert.deepEqual([opportunity, view, checkout, order], [2, 0, 0, 0]);
});

test('a checkout is told by a page that shows no video, and counts for the video that was seen before', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [came('ann', T - HOUR), page('ann', T, 'checkout_step'), came('bob', T - HOUR)],
  });
  for (const selection of [{}, { video: 'coffee' }]) {
    const { opportunity, cart, checkout, order } = await reached(store, selection);
    assert.deepEqual([opportunity, cart, checkout, order], [2, 1, 1, 0], JSON.stringify(selection));
  }
});
