import assert from 'node:assert/strict';
import { it } from 'node:test';
import { NAMED_ADAPTERS } from '../../../src/adapters/named.js';

for (const name of ['shopify-ajax', 'woocommerce']) {
  it(`${name} is made from its name alone`, async () => {
    const adapter = await NAMED_ADAPTERS[name]!();
    for (const method of ['add', 'update', 'read', 'checkout'] as const)
      assert.equal(typeof adapter[method], 'function');
  });
}
