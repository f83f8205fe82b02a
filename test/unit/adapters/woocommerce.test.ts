import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wooCommerce } from '../../../src/adapters/kit/index.js';
import { createWooCommerce } from '../../../src/adapters/woocommerce.js';
import { lineOf, memoryStorage, never, noStorage, openShop } from './tab.js';

it('on the shop’s own pages the nonce is sent and no token, which would start a second cart', async (t) => {
  const shop = await openShop(t, wooCommerce());
  const adapter = createWooCommerce({ fetch: (path, init) => fetch(`${shop.url}${path}`, init) });
  await adapter.add([lineOf('plenty')], never);
  const { headers } = shop.changes[0]!.request;
  assert.equal(headers.nonce, 'n1');
  assert.equal(headers['cart-token'], undefined);
});

it('elsewhere the token is sent, and kept for the next page', async (t) => {
  const shop = await openShop(t, wooCommerce());
  const storage = memoryStorage();
  const root = `${shop.url}/wp-json/wc/store/v1/`;
  await createWooCommerce({ root, storage }).add([lineOf('plenty')], never);
  assert.equal(shop.changes[0]!.request.headers['cart-token'], 't1');
  assert.deepEqual(Object.values(storage.kept), ['t2'], 'that of the last answer');
});

it('where nothing can be stored, this page keeps the cart', async (t) => {
  const shop = await openShop(t, wooCommerce());
  const adapter = createWooCommerce({ root: `${shop.url}/wp-json/wc/store/v1/`, storage: noStorage });
  for (const quantity of [1, 2]) {
    const [reply] = await adapter.add([lineOf('plenty', quantity)], never);
    assert.equal(reply!.accepted, quantity);
  }
});

it('a message comes without tags and entities', async (t) => {
  const shop = await openShop(t, wooCommerce());
  const adapter = createWooCommerce({ root: `${shop.url}/wp-json/wc/store/v1/`, storage: memoryStorage() });
  const [reply] = await adapter.add([lineOf('soldOut')], never);
  assert.equal(reply!.message, '"Jug" is out of stock.');
});

it('entities are read as the characters that they stand for', async () => {
  const message = '<b>Bean&#8217;s &amp; Tea&#128512;</b>: &quot;1&nbsp;kg&quot; &unknown;';
  const adapter = createWooCommerce({
    fetch: async (_, init) =>
      init?.method === 'POST'
        ? Response.json({ code: 'woocommerce_rest_product_out_of_stock', message }, { status: 400 })
        : Response.json({ items: [], totals: { total_price: '0', currency_code: 'EUR', currency_minor_unit: 2 } }),
  });
  const [reply] = await adapter.add([lineOf('plenty')], never);
  assert.equal(reply!.message, 'Bean’s & Tea😀: "1\u00a0kg" &unknown;');
});
