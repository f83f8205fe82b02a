import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demand } from '../../../../src/insights/metrics/demand.js';

const question = { by: 'product', selection: {}, zone: 'UTC', options: { within: 28, cover: 30 }, nowMs: 0 };
const product = (name: string, k: number, n: number, units: number, stock: number | null) => ({
  product: name,
  category: 'cups',
  k,
  n,
  intent: 0,
  units,
  stock,
});

test('labels are given where both sides are sure', () => {
  const products = [
    // 2 a day: 60 are needed for 30 days
    product('loved and there', 300, 1000, 56, 500),
    product('loved and short', 290, 1000, 56, 10),
    product('between', 23, 100, 56, 500),
    product('passed over and there', 100, 1000, 56, 500),
    product('passed over and short', 110, 1000, 56, 10),
    product('passed over, just enough', 105, 1000, 56, 60),
    product('passed over, stock unknown', 95, 1000, 56, null),
    product('loved by a few', 2, 4, 56, 500),
    product('loved, and just enough', 295, 1000, 56, 60),
    product('loved, stock unknown', 298, 1000, 56, null),
  ];
  const rows = demand.rows({ products }, question);
  const labels = Object.fromEntries(rows.map((row) => [row.product, row.label]));
  assert.deepEqual(labels, {
    'loved and there': 'feature-next',
    'loved and short': 'keep',
    between: 'undetermined',
    'passed over and there': 'reshoot',
    'passed over and short': 'undetermined',
    'passed over, just enough': 'undetermined',
    'passed over, stock unknown': 'undetermined',
    'loved by a few': 'undetermined',
    'loved, and just enough': 'undetermined',
    'loved, stock unknown': 'undetermined',
  });
  const there = rows.find((row) => row.product === 'loved and there')!;
  assert.deepEqual([there.unitsPerDay, there.cover], [2, 250]);
  assert.ok(there.value! > 0.29 && there.value! < 0.3, 'pulled towards the others');
});

test('a product alone in its category is neither loved nor passed over', () => {
  const [row] = demand.rows({ products: [product('mug', 900, 1000, 1, 500)] }, question);
  assert.deepEqual([row!.chancePopular, row!.label, row!.percentile], [null, 'undetermined', 0.5]);
});

test('what was never sold has no days of cover, and stock that surely lasts', () => {
  const [row] = demand.rows({ products: [product('mug', 1, 10, 0, 5)] }, question);
  assert.equal(row!.cover, null);
  assert.ok((row!.chanceCovered as number) > 0.99);
});
