import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abandoned } from '../../../../src/insights/metrics/abandoned.js';
import { attribution } from '../../../../src/insights/metrics/attribution.js';
import { intentional } from '../../../../src/insights/metrics/intentional.js';
import { valueLeft } from '../../../../src/insights/metrics/value-left.js';
import { HOUR, moneyStore, sold, T, touch } from './money-store.js';

test('arms of one name are those of two experiments', async (t) => {
  const store = await moneyStore(t);
  const carted = (viewer: string, experiment: string, arm: string) =>
    touch(viewer, 'mug', T - HOUR, { experiment, arm });
  const opened = (viewer: string, experiment: string) =>
    touch(viewer, 'mug', T - HOUR, { type: 'product_view', experiment, arm: 'control', quantity: null });
  await store.fill({
    events: [
      carted('ann', 'host', 'control'),
      carted('bob', 'host', 'new'),
      carted('cat', 'length', 'control'),
      carted('dan', 'length', 'new'),
      opened('eve', 'host'),
    ],
    order_lines: [sold('o1', 'mug', 900, { viewer: 'v:ann' }), sold('o2', 'mug', 700, { viewer: 'v:dan' })],
  });
  const of = async (metric: Parameters<typeof store.ask>[0], ...names: string[]) => {
    const { rows } = await store.ask(metric, { by: 'arm' });
    return rows.map((row) => [row.experiment, row.arm, ...names.map((name) => row[name])]).sort();
  };
  assert.deepEqual(await of(abandoned, 'k', 'n'), [
    ['host', 'control', 0, 1],
    ['host', 'new', 1, 1],
    ['length', 'control', 1, 1],
    ['length', 'new', 0, 1],
  ]);
  assert.deepEqual(await of(valueLeft, 'value'), [
    ['host', 'new', 1000],
    ['length', 'control', 1000],
  ]);
  assert.deepEqual(await of(attribution, 'value'), [
    ['host', 'control', 900],
    ['length', 'new', 700],
  ]);
  // each beside the control of its own experiment: all of one against one of two, and all against all
  assert.deepEqual(await of(intentional, 'k', 'n', 'difference'), [
    ['host', 'control', 1, 2, undefined],
    ['host', 'new', 1, 1, 0.5],
    ['length', 'control', 1, 1, undefined],
    ['length', 'new', 1, 1, 0],
  ]);
});
