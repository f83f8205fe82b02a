import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnyEvent, Batch, Event } from '../../../src/schema/beacon.js';
import { FIELDS } from './event-fields.js';

const COMMON = {
  eventId: '01890000-0000-7000-8000-000000000000',
  seq: 0,
  atMs: 1_700_000_000_000,
  idScope: 'none',
  sessionId: 's',
  viewId: 'v',
  videoId: 'coffee',
};
const OPTIONAL: Partial<Record<string, string[]>> = {
  hotspot_click: ['hotspotId'],
  cart_change: ['variantId', 'token'],
  buy_now: ['variantId'],
};

for (const [type, own] of Object.entries(FIELDS)) {
  test(`${type} is taken as it is`, () => {
    const event = { ...COMMON, type, ...own };
    assert.deepEqual(Event.parse(event), event);
  });

  test(`${type} needs each of its own fields but the optional`, () => {
    for (const key of Object.keys(own)) {
      if (OPTIONAL[type]?.includes(key)) continue;
      const { [key]: _, ...rest } = { ...COMMON, type, ...own } as Record<string, unknown>;
      assert.equal(Event.safeParse(rest).success, false, key);
    }
  });
}

test('a line of a cart can lose some', () => {
  const event = { ...COMMON, type: 'cart_change', ...FIELDS.cart_change, quantity: -1 };
  assert.deepEqual(Event.parse(event), event);
});

test('keys that nobody expects are dropped', () => {
  const event = { ...COMMON, type: 'product_view', productId: 'mug' };
  assert.deepEqual(Event.parse({ ...event, email: 'ann@example.org', userAgent: 'x', address: '10.0.0.1' }), event);
});

test('an event id is a UUIDv7', () => {
  const event = { ...COMMON, type: 'product_view', productId: 'mug' };
  for (const eventId of ['', 'x', '01890000-0000-4000-8000-000000000000', undefined, 7]) {
    assert.equal(Event.safeParse({ ...event, eventId }).success, false, String(eventId));
  }
});

test('numbers that are none are refused', () => {
  const event = { ...COMMON, type: 'playback', fromMs: 0, toMs: 1, rate: 1 };
  for (const wrong of [{ seq: 0.5 }, { seq: -1 }, { atMs: Number.NaN }, { atMs: 1e300 }, { fromMs: -1 }, { rate: 0 }]) {
    assert.equal(Event.safeParse({ ...event, ...wrong }).success, false, JSON.stringify(wrong));
  }
});

test('an envelope leaves its events unread', () => {
  const batch = { schema: 'shoppable.beacon/1', sdk: 's', site: 'shop', batchId: 'b', sentAtMs: 1, events: [7, null] };
  assert.deepEqual(Batch.parse(batch).events, [7, null]);
  assert.equal(Batch.safeParse({ ...batch, events: [] }).success, false);
  assert.equal(Batch.safeParse({ ...batch, events: Array(1001).fill(1) }).success, false);
});

test('an event of a page without a player has no view; one of a player needs it', () => {
  const page = {
    eventId: '01980000-0000-7000-8000-000000000000',
    atMs: 1,
    idScope: 'none',
    sessionId: 's',
  };
  const step = { ...page, type: 'checkout_step', step: 'shipping', shippingMinor: 490 };
  assert.deepEqual(AnyEvent.parse({ ...step, viewId: 'v', seq: 1 }), step);
  assert.equal(AnyEvent.safeParse({ ...step, shippingMinor: 4.9 }).success, false);
  const purchase = { ...page, type: 'purchase', orderId: '1', currency: 'EUR' };
  assert.equal(AnyEvent.safeParse({ ...purchase, lines: [] }).success, false);
  const lines = [{ productId: 'mug', quantity: 1, minor: 1900, token: 'forged' }];
  assert.deepEqual(AnyEvent.parse({ ...purchase, lines }), {
    ...purchase,
    lines: [{ productId: 'mug', quantity: 1, minor: 1900, attribution: undefined }],
  });
  assert.equal(AnyEvent.safeParse({ ...page, type: 'view_start', autoplay: false, muted: false }).success, false);
});
