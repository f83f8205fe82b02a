import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shopifyStorefront } from '../../../src/adapters/kit/index.js';
import { createPageLocks } from '../../../src/adapters/shared-locks.js';
import { createShopifyStorefront } from '../../../src/adapters/shopify-storefront.js';
import { lineOf, memoryStorage, never, noStorage, openShop } from './tab.js';

it('two tabs that make a cart at once end with the same one, also without Web Locks', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  const storage = memoryStorage();
  const tab = () => createShopifyStorefront({ url: shop.url, token: 'public', storage, locks: createPageLocks() });
  await Promise.all([tab().add([lineOf('plenty')], never), tab().add([lineOf('plenty')], never)]);
  const ids = shop.changes.map(({ request }) => request.body.variables.id);
  assert.equal(ids.length, 2);
  assert.deepEqual(new Set(ids), new Set(Object.values(storage.kept)));
});

it('where nothing can be stored, this page keeps the cart', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  const adapter = createShopifyStorefront({ url: shop.url, token: 'public', storage: noStorage });
  await adapter.add([lineOf('plenty')], never);
  await adapter.add([lineOf('last')], never);
  assert.equal((await adapter.read!(never)).lines.length, 2);
});

it('the access token goes with each request', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  await createShopifyStorefront({ url: shop.url, token: 'public', storage: memoryStorage() }).add(
    [lineOf('last')],
    never,
  );
  assert.equal(shop.changes[0]!.request.headers['x-shopify-storefront-access-token'], 'public');
});

it('a limit told in a 200 is waited for', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  const speaker = shop.speaker;
  const { refuse } = speaker;
  speaker.refuse = (kind, room) => ({ ...refuse(kind, room)!, status: 200 });
  shop.inject({ kind: 'busy' });
  const adapter = createShopifyStorefront({ url: shop.url, token: 'public', storage: memoryStorage() });
  const [reply] = await adapter.add([lineOf('plenty')], never);
  assert.equal(reply!.status, 'added');
  assert.equal(shop.changes.length, 2);
});

it('who only looks makes no cart', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  const storage = memoryStorage();
  const adapter = createShopifyStorefront({ url: shop.url, token: 'public', storage });
  assert.deepEqual((await adapter.read!(never)).lines, []);
  assert.deepEqual(storage.kept, {});
});

it('a later page than the one that filled the cart finds its checkout', async (t) => {
  const shop = await openShop(t, shopifyStorefront());
  const options = { url: shop.url, token: 'public', storage: memoryStorage() };
  await createShopifyStorefront(options).add([lineOf('plenty')], never);
  const gone: string[] = [];
  Object.defineProperty(globalThis, 'location', {
    value: { assign: (to: string) => gone.push(to) },
    configurable: true,
  });
  t.after(() => Reflect.deleteProperty(globalThis, 'location'));
  await createShopifyStorefront(options).checkout!();
  assert.deepEqual(gone, ['/checkout']);
});
