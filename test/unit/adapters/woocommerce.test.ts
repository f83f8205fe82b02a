import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wooCommerce } from '../../../src/adapters/kit/index.js';
import { createWooCommerce } from '../../../src/adapters/woocommerce.js';
import { lineOf, memoryStorage, never, openShop } from './tab.js';

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
  assert.deepEqual(Object.values(storage.kept), ['t1']);
});

it('a message comes without tags and entities', async (t) => {
  const shop = await openShop(t, wooCommerce());
  const adapter = createWooCommerce({ root: `${shop.url}/wp-json/wc/store/v1/`, storage: memoryStorage() });
  const [reply] = await adapter.add([lineOf('soldOut')], never);
  assert.equal(reply!.message, '"Jug" is out of stock.');
});
