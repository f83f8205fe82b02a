import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shopifyAjax, VARIANTS } from '../../../src/adapters/kit/index.js';
import { createShopifyAjax } from '../../../src/adapters/shopify-ajax.js';
import { lineOf, never, openShop } from './tab.js';

it('when the cart has all that there is, the reason is the limit and the words are the shop’s', async (t) => {
  const shop = await openShop(t, shopifyAjax());
  shop.room.take({ variantId: VARIANTS.last, quantity: 1 }, false);
  const [reply] = await createShopifyAjax({ root: `${shop.url}/` }).add([lineOf('last')], never);
  assert.equal(reply!.reason, 'limit-reached');
  assert.match(reply!.message!, /Ruhetag/);
});

it('a global id is sent as its number', async (t) => {
  const shop = await openShop(t, shopifyAjax());
  const line = { ...lineOf('plenty'), variantId: `gid://shopify/ProductVariant/${VARIANTS.plenty}` };
  const [reply] = await createShopifyAjax({ root: `${shop.url}/` }).add([line], never);
  assert.equal(reply!.status, 'added');
});

it('the theme’s own root, with its language, is used', async () => {
  const theme = globalThis as { Shopify?: unknown };
  theme.Shopify = { routes: { root: '/fr/' } };
  const asked: string[] = [];
  const adapter = createShopifyAjax({
    fetch: async (url) => {
      asked.push(String(url));
      return Response.json({ items: [], currency: 'EUR', total_price: 0 });
    },
  });
  await adapter.read!(never);
  delete theme.Shopify;
  assert.deepEqual(asked, ['/fr/cart.js']);
});
