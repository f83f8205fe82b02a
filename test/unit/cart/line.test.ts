import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createLine } from '../../../src/cart/line.js';

it('a line carries its token, an id of its own and nothing that was not given', () => {
  const line = createLine({ productId: 'mug', variantId: undefined, quantity: 2, token: 'abc' });
  assert.match(line.requestId, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.notEqual(line.requestId, createLine({ productId: 'mug', quantity: 2, token: 'abc' }).requestId);
  assert.deepEqual(Object.keys(line), ['requestId', 'productId', 'quantity', 'properties']);
  assert.deepEqual(line.properties, { _shoppable: 'abc' });
});

it('a repeated line keeps its id', () => {
  const line = createLine({ productId: 'm', variantId: 'v', sku: 's', quantity: 999, token: '', requestId: 'r' });
  assert.deepEqual(line, {
    requestId: 'r',
    productId: 'm',
    variantId: 'v',
    sku: 's',
    quantity: 999,
    properties: { _shoppable: '' },
  });
});

it('a line of a bundle says so, to the page and to the shop', () => {
  const line = createLine({ productId: 'mug', quantity: 1, token: 'abc', bundleId: 'morning' });
  assert.equal(line.bundleId, 'morning');
  assert.deepEqual(line.properties, { _shoppable: 'abc', _bundle: 'morning' });
});

for (const quantity of [0, -1, 1.5, Number.NaN, 1000, Number.POSITIVE_INFINITY, '2' as never]) {
  it(`a line of ${quantity} is refused`, () => {
    assert.throws(() => createLine({ productId: 'mug', quantity, token: '' }), RangeError);
  });
}
