import assert from 'node:assert/strict';
import test from 'node:test';
import { anyAvailabilityOf, isAvailable } from '../../../src/host/availability-of.js';
import { isSoldOut } from '../../../src/product/variants/choice.js';
import type { Product } from '../../../src/schema/manifest.js';

const of = (facts: object) => anyAvailabilityOf({ variants: [], ...facts } as unknown as Product);

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

test('the card and the shelf go by one rule', () => {
  for (const facts of [
    {},
    { stock: 0 },
    { stock: 2 },
    { availability: 'out-of-stock' },
    { availability: 'preorder' },
  ]) {
    const product = { variants: [], ...facts } as unknown as Product;
    const gone = !isAvailable(facts as Product);
    assert.equal(isSoldOut(product, undefined), gone, JSON.stringify(facts));
    assert.equal(anyAvailabilityOf(product).is === 'out-of-stock', gone, JSON.stringify(facts));
    const withOne = { variants: [facts] } as unknown as Product;
    assert.equal(isSoldOut(withOne, withOne.variants[0]), gone, `variant ${JSON.stringify(facts)}`);
    assert.equal(anyAvailabilityOf(withOne).is === 'out-of-stock', gone, `variant ${JSON.stringify(facts)}`);
  }
});
