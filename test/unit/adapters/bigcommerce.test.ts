import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createBigCommerce } from '../../../src/adapters/bigcommerce.js';
import { bigCommerce } from '../../../src/adapters/kit/index.js';
import { lineOf, never, openShop } from './tab.js';

it('each change of a cart names its version', async (t) => {
  const shop = await openShop(t, bigCommerce());
  const adapter = createBigCommerce({ root: `${shop.url}/api/storefront/` });
  await adapter.add([lineOf('plenty'), lineOf('scarce')], never);
  assert.deepEqual(
    shop.changes.map(({ request }) => [request.path, request.body.version]),
    [
      ['/api/storefront/carts', undefined],
      ['/api/storefront/carts/cart-1/items', 2],
    ],
  );
});

it('a text modifier carries the token, in place of the variant', async () => {
  const sent: unknown[] = [];
  const adapter = createBigCommerce({
    root: '/',
    optionSelections: ({ properties }) => [{ optionId: 7, optionValue: properties._shoppable }],
    fetch: async (_, init) => {
      if (init?.body) sent.push(JSON.parse(String(init.body)));
      return Response.json([]);
    },
  });
  await adapter.add([lineOf('plenty')], never);
  assert.deepEqual(sent[0], {
    lineItems: [{ quantity: 1, productId: 11, optionSelections: [{ optionId: 7, optionValue: 'sv1.film' }] }],
  });
});

it('a product without variants is known again by its own id', async (t) => {
  const shop = await openShop(t, bigCommerce());
  const adapter = createBigCommerce({ root: `${shop.url}/api/storefront/` });
  const { variantId: _, ...line } = lineOf('plenty', 2);
  shop.inject({ kind: 'cut', committed: true });
  for (const quantity of [2, 3]) {
    const [reply] = await adapter.add([{ ...line, quantity }], never);
    assert.deepEqual([reply!.status, reply!.accepted], ['added', quantity]);
  }
});
