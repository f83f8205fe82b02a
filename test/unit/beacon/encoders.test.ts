import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { encoder as ga4 } from '../../../src/beacon/encoders/ga4.js';
import { major } from '../../../src/beacon/encoders/major.js';
import { encoder as native } from '../../../src/beacon/encoders/native.js';
import { encoder as segment } from '../../../src/beacon/encoders/segment.js';
import { Batch, type BeaconEventType, Event } from '../../../src/schema/beacon.js';
import { FIELDS } from '../schema/event-fields.js';
import { itemWith, NOW } from './item-of.js';

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, validateFormats: false });
const schemaOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(new URL(`receivers/${name}.schema.json`, import.meta.url), 'utf8')));
const everyType = Object.keys(FIELDS) as BeaconEventType[];
const all = everyType.map((type) => itemWith(type, {}, { site: 'shop', writeKey: 'wk' }));
const sentAtMs = NOW + 1000;

const encoded = (encoder: typeof ga4, items = all) => JSON.parse(encoder.encode(items, sentAtMs)!);

test('native: the envelope and the events, as the collector reads them', () => {
  const batch = Batch.parse(encoded(native));
  assert.deepEqual([batch.site, batch.writeKey, batch.sentAtMs], ['shop', 'wk', sentAtMs]);
  assert.deepEqual(
    batch.events.map((event) => Event.parse(event).type),
    everyType,
  );
});

for (const [name, encoder] of [
  ['ga4', ga4],
  ['segment', segment],
] as const) {
  const check = schemaOf(name);
  test(`${name}: a batch of every type keeps to the receiver's schema`, () => {
    assert.ok(check(encoded(encoder)), JSON.stringify(check.errors));
  });
  test(`${name}: the schema refuses what the receiver would`, () => {
    const broken = encoded(encoder);
    for (const event of broken.events ?? broken.batch) {
      delete event.name;
      delete event.event;
    }
    assert.equal(check(broken), false);
  });
  test(`${name}: what it has no word for makes no request`, () => {
    assert.equal(encoder.encode([itemWith('player_opportunity'), itemWith('product_dwell')], sentAtMs), undefined);
  });
}

test('ga4: names, items and money as the documentation has them', () => {
  const { client_id, events } = encoded(ga4);
  assert.equal(client_id, 'viewer-1');
  assert.deepEqual(
    events.map(({ name }: { name: string }) => name),
    ['video_start', 'video_progress', 'view_item_list', 'select_item', 'view_item', 'add_to_cart', 'begin_checkout'],
  );
  const { params, timestamp_micros } = events[5];
  assert.equal(timestamp_micros, NOW * 1000);
  assert.equal(params.session_id, String(Math.floor(NOW / 1000)), 'the second in which the session began');
  assert.deepEqual([params.currency, params.value], ['EUR', 39.98]);
  assert.deepEqual(params.items, [
    { item_id: 'mug', item_variant: 'blue', item_list_id: 'coffee', price: 19.99, quantity: 2 },
  ]);
  const [removed] = encoded(ga4, [itemWith('cart_change', { quantity: -1 })]).events;
  assert.deepEqual(
    [removed.name, removed.params.value, removed.params.items[0].quantity],
    ['remove_from_cart', 19.99, 1],
  );
});

test('ga4: one client a request, at most 25 events; any answer without a word is an acknowledgement', () => {
  const other = itemWith('product_view', { viewerId: undefined, idScope: 'none', sessionId: 's-2' });
  assert.notEqual(ga4.group(other), ga4.group(all[0]!));
  assert.equal(ga4.group(other), 's-2');
  assert.equal(ga4.count, 25);
  assert.deepEqual(
    [ga4.taken!(204, ''), ga4.taken!(200, ''), ga4.taken!(200, '<h1>Hotel</h1>'), ga4.taken!(500, '')],
    [true, true, false, false],
  );
});

test('segment: calls with the event as their messageId, its time, and names of the specs', () => {
  const { writeKey, sentAt, batch } = encoded(segment);
  assert.deepEqual([writeKey, sentAt], ['wk', new Date(sentAtMs).toISOString()]);
  assert.deepEqual(
    batch.map(({ event }: { event: string }) => event),
    [
      'Video Playback Started',
      'Video Content Playing',
      'Product List Viewed',
      'Product Clicked',
      'Product Viewed',
      'Product Added',
      'Checkout Started',
      'Events Lost',
    ],
  );
  const added = batch[5];
  assert.deepEqual(
    [added.type, added.messageId, added.anonymousId, added.timestamp],
    ['track', all[7]!.id, 'viewer-1', new Date(NOW).toISOString()],
  );
  assert.deepEqual(added.properties, {
    product_id: 'mug',
    variant: 'blue',
    quantity: 2,
    price: 19.99,
    currency: 'EUR',
  });
  assert.deepEqual(added.context.campaign, { name: 'spring', source: 'mail' });
  assert.deepEqual(
    [
      segment.taken!(200, { success: true }),
      segment.taken!(200, {}),
      segment.taken!(200, 'hotel'),
      segment.taken!(400, { success: true }),
    ],
    [true, false, false, false],
  );
});

test('minor units of each currency', () => {
  assert.deepEqual(
    [major(1999, 'EUR'), major(1999, 'JPY'), major(1999, 'KWD'), major(30, 'USD')],
    [19.99, 1999, 1.999, 0.3],
  );
});
