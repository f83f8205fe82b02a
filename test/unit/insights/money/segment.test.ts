import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversion } from '../../../../src/insights/metrics/conversion.js';
import { funnel } from '../../../../src/insights/metrics/funnel.js';
import { intentional } from '../../../../src/insights/metrics/intentional.js';
import { HOUR, moneyStore, sold, T, touch } from './money-store.js';

/** As the player sends them: what is at no place of the film has no segment. */
const VIEW = { view_start: null, product_view: null, product_dwell: null, playback: 'one', hotspot_click: 'one' };

const events = (viewer: string, types: readonly string[], segment = 'one', dwell = 2000) =>
  types.map((type) =>
    touch(viewer, 'mug', T - HOUR, {
      type,
      experiment: 'host',
      arm: 'new',
      segment: type in VIEW && !VIEW[type as keyof typeof VIEW] ? null : segment,
      dwell_ms: type === 'product_dwell' ? dwell : null,
    }),
  );

test('of a segment, what has no place in the film is in it with its view', async (t) => {
  const store = await moneyStore(t);
  const opened = ['view_start', 'playback', 'hotspot_click', 'product_view', 'product_dwell'];
  const came = (viewer: string) =>
    touch(viewer, 'mug', T - HOUR, { type: 'player_opportunity', arm: 'new', experiment: 'host' });
  await store.fill({
    events: [
      ...['ann', 'bob', 'cat'].map(came),
      // ann puts it in the cart; bob looks for 2 s; cat does both in another segment, and is not of this one
      ...events('ann', [...opened, 'cart_change']),
      ...events('bob', opened),
      ...events('cat', [...opened, 'cart_change'], 'two'),
    ],
    order_lines: [sold('o1', 'mug', 600, { viewer: 'v:ann' })],
  });
  const selection = { segment: 'one' };
  const [meant] = (await store.ask(intentional, { selection })).rows;
  assert.deepEqual([meant!.k, meant!.n], [1, 2]);
  const stages = (await store.ask(funnel, { selection })).rows;
  assert.deepEqual(Object.fromEntries(stages.map(({ stage, k }) => [stage, k])), {
    opportunity: 2,
    view: 2,
    exposure: 2,
    click: 2,
    product: 2,
    cart: 1,
    checkout: 1,
    order: 1,
  });
  const revenue = (await store.ask(conversion, { selection })).rows.find(({ goal }) => goal === 'revenue')!;
  assert.deepEqual([revenue.n, revenue.value, revenue.views, revenue.perView], [2, 300, 2, 300]);
});
