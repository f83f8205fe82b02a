import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abandoned } from '../../../../src/insights/metrics/abandoned.js';
import { attribution } from '../../../../src/insights/metrics/attribution.js';
import { basket } from '../../../../src/insights/metrics/basket.js';
import { conversion } from '../../../../src/insights/metrics/conversion.js';
import { returns } from '../../../../src/insights/metrics/returns.js';
import { roi } from '../../../../src/insights/metrics/roi.js';
import { valueLeft } from '../../../../src/insights/metrics/value-left.js';
import { DAY, HOUR, moneyStore, refunded, sold, T, touch } from './money-store.js';

const all = {
  site: 'shop',
  video: 'coffee',
  product: 'mug',
  segment: 'one',
  experiment: 'host',
  arm: 'new',
  surface: 'product',
  fromMs: T - DAY,
  toMs: T + DAY,
};

test('every split of every metric can be narrowed by all there is at once, and each by everything alone', async (t) => {
  const store = await moneyStore(t);
  const seen = { segment: 'one', experiment: 'host', arm: 'new', surface: 'product' };
  await store.fill({
    events: [
      touch('ann', 'mug', T - HOUR, { ...seen, type: 'player_opportunity' }),
      touch('ann', 'mug', T - HOUR, seen),
      touch('bob', 'mug', T - HOUR, seen),
      touch('bob', 'mug', T - HOUR, { ...seen, site: 'other' }),
    ],
    order_lines: [
      sold('o1', 'mug', 900, { viewer: 'v:ann' }),
      sold('o1', 'mug', 900, { viewer: 'v:ann', site: 'other' }),
    ],
    refund_lines: [refunded('o1', 'mug', 100)],
    segments: [{ site: 'shop', video_id: 'coffee', segment: 'one', received_ms: T, from_ms: 0, to_ms: 9, host: 'Kim' }],
  });
  for (const metric of [attribution, abandoned, valueLeft, basket, returns, conversion, roi]) {
    const singles = Object.entries(all).map(([key, value]) => ({ [key]: value }));
    for (const [index, by] of Object.keys(metric.by).entries()) {
      for (const selection of [all, ...(index ? [] : singles)]) {
        const { rows } = await store.ask(metric, { by, selection });
        assert.ok(rows.length > 0, `${metric.name} by ${by} of ${JSON.stringify(selection)}`);
      }
      const none = await store.ask(metric, { by, selection: { ...all, site: 'nowhere' } });
      assert.deepEqual(none.rows, [], `${metric.name} by ${by}`);
    }
  }
});
