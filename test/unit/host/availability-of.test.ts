import assert from 'node:assert/strict';
import test from 'node:test';
import { availabilityOf } from '../../../src/host/availability-of.js';
import type { Product } from '../../../src/schema/manifest.js';

const of = (facts: object) => availabilityOf({ variants: [], ...facts } as unknown as Product);

test('a product without variants is as the shop says', () => {
  assert.deepEqual(of({}), { is: 'in-stock' });
  assert.deepEqual(of({ stock: 0 }), { is: 'out-of-stock' });
  assert.deepEqual(of({ stock: 3 }), { is: 'low-stock', left: 3 });
  assert.deepEqual(of({ stock: 300 }), { is: 'in-stock' });
  assert.deepEqual(of({ availability: 'low-stock' }), { is: 'low-stock' });
});

test('with variants it can be had as long as one can', () => {
  const [gone, there, later] = ['out-of-stock', 'in-stock', 'preorder'].map((availability) => ({ availability }));
  assert.deepEqual(of({ variants: [gone, there] }), { is: 'in-stock' });
  assert.deepEqual(of({ variants: [gone, gone] }), { is: 'out-of-stock' });
  assert.deepEqual(of({ variants: [gone, later] }), { is: 'preorder' });
});
