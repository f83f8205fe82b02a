import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch, type BeaconEventType, Event } from '../../../src/schema/beacon.js';

const COMMON = {
  eventId: '01890000-0000-7000-8000-000000000000',
  seq: 0,
  atMs: 1_700_000_000_000,
  idScope: 'none',
  sessionId: 's',
  viewId: 'v',
  videoId: 'coffee',
};
const ITEM = { productId: 'mug', positionMs: 10 };
const OWN: Record<BeaconEventType, object> = {
  player_opportunity: { visibleMs: 1000 },
  view_start: { autoplay: false, muted: true },
  playback: { fromMs: 0, toMs: 10_000, rate: 1 },
  hotspot_exposure: { hotspotId: 'h', productId: 'mug', fromMs: 0, toMs: 1500 },
  hotspot_click: { hotspotId: 'h', ...ITEM, via: 'hotspot' },
  product_view: { productId: 'mug' },
  product_dwell: { productId: 'mug', ms: 3000 },
  cart_change: { ...ITEM, quantity: -1, unitMinor: 1900, currency: 'EUR', token: 't' },
  buy_now: ITEM,
  loss_report: { reason: 'capacity', lost: { playback: 3, hotspot_click: 1 } },
};

for (const [type, own] of Object.entries(OWN)) {
  test(`${type} is taken as it is`, () => {
    const event = { ...COMMON, type, ...own };
    assert.deepEqual(Event.parse(event), event);
  });

  test(`${type} needs each of its own fields but the optional`, () => {
    for (const key of Object.keys(own)) {
      if (key === 'token' || (type === 'hotspot_click' && key === 'hotspotId')) continue;
      const { [key]: _, ...rest } = { ...COMMON, type, ...own } as Record<string, unknown>;
      assert.equal(Event.safeParse(rest).success, false, key);
    }
  });
}

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
