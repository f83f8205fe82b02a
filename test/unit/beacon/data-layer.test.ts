import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { encoder } from '../../../src/beacon/encoders/ga4.js';
import { dataLayerTransport } from '../../../src/beacon/transport/data-layer.js';
import { itemWith } from './item-of.js';

const page = globalThis as { dataLayer?: object[]; gtag?: (...words: unknown[]) => void };
afterEach(() => {
  delete page.dataLayer;
  delete page.gtag;
});
const send = () =>
  dataLayerTransport.send('/#dataLayer', encoder.encode([itemWith('cart_change'), itemWith('view_start')], 0)!, {
    final: false,
  });
const ecommerce = {
  currency: 'EUR',
  value: 39.98,
  items: [{ item_id: 'mug', item_variant: 'blue', item_list_id: 'coffee', price: 19.99, quantity: 2 }],
};

test('with gtag: its events, one call each', async () => {
  const calls: unknown[][] = [];
  page.gtag = (...words) => calls.push(words);
  assert.deepEqual(await send(), { status: 204 });
  assert.deepEqual(
    calls.map(([command, name]) => [command, name]),
    [
      ['event', 'add_to_cart'],
      ['event', 'video_start'],
    ],
  );
  assert.deepEqual((calls[0]![2] as { items: unknown }).items, ecommerce.items);
});

test('without: the data layer of a tag manager, the ecommerce of the event before cleared first', async () => {
  page.dataLayer = [{ event: 'gtm.js' }];
  await send();
  const [, cleared, added, started, ...more] = page.dataLayer as Record<string, unknown>[];
  assert.deepEqual(cleared, { ecommerce: null });
  assert.equal(added!.event, 'add_to_cart');
  assert.deepEqual(JSON.parse(JSON.stringify(added!.ecommerce)), ecommerce);
  assert.deepEqual([started!.event, started!.ecommerce, more.length], ['video_start', undefined, 0]);
});
