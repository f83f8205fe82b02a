import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { CartLine, CartReply } from '../../../src/cart/contract.js';
import {
  CartChangedEvent,
  HotspotClickedEvent,
  HotspotExposedEvent,
  ManifestLoadedEvent,
  ProductClosedEvent,
  ProductOpenedEvent,
  ProductRefreshedEvent,
} from '../../../src/events/index.js';
import { type BeaconEvent, type BeaconRecord, Event as EventSchema } from '../../../src/schema/beacon.js';
import type { Manifest } from '../../../src/schema/manifest.js';
import { browser, manifest, startPlayer } from './player.js';

afterEach(() => {
  delete browser.webdriver;
});

const ENVELOPE =
  'eventId seq atMs viewerId idScope sessionId viewId videoId surface pageType campaign segment experiment arm automated'.split(
    ' ',
  );
/** What is in the envelope, without what is on it. */
const own = (records: BeaconEvent[]): BeaconRecord[] =>
  records.map(
    (record) =>
      JSON.parse(JSON.stringify(record, (key, value) => (ENVELOPE.includes(key) ? undefined : value))) as BeaconRecord,
  );
const types = (records: BeaconEvent[]) => records.map(({ type }) => type);
const line = (productId: string, variantId?: string): CartLine => ({
  requestId: 'r',
  productId,
  variantId,
  quantity: 2,
  properties: { _shoppable: `sv1.${productId}` },
});
const reply = (accepted: number): CartReply => ({ status: accepted ? 'added' : 'rejected', accepted });

test('a view starts once, at its first `playing`', () => {
  const { player, records, play, pause } = startPlayer();
  player.autoplay = player.muted = true;
  player.paused = false;
  player.tell('play');
  assert.deepEqual(records, []);
  player.tell('playing');
  play(1);
  pause();
  play(1);
  pause();
  assert.deepEqual(own(records), [
    { type: 'view_start', autoplay: true, muted: true },
    { type: 'playback', fromMs: 0, toMs: 1000, rate: 1 },
    { type: 'playback', fromMs: 1000, toMs: 2000, rate: 1 },
  ]);
});

test('a view whose `playing` was missed starts before its first range', () => {
  const { player, records, play, pause } = startPlayer();
  player.paused = false;
  play(3);
  pause();
  assert.deepEqual(types(records), ['view_start', 'playback']);
});

test('an exposure is told in whole milliseconds', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new HotspotExposedEvent('h0', 'mug', 3.00049, 'hotspot', 9.9996));
  assert.deepEqual(own(records), [
    { type: 'hotspot_exposure', hotspotId: 'h0', productId: 'mug', fromMs: 3000, toMs: 10_000 },
  ]);
});

test('a click without an exposure in this view brings one along, once', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new HotspotClickedEvent('h0', 'mug', 3.5, 'hotspot'));
  player.dispatchEvent(new HotspotClickedEvent('h0', 'mug', 4, 'chip'));
  player.dispatchEvent(new HotspotExposedEvent('h1', 'tray', 1, 'hotspot', 2));
  player.dispatchEvent(new HotspotClickedEvent('h1', 'tray', 4, 'hotspot'));
  player.dispatchEvent(new HotspotClickedEvent(undefined, 'mug', 4, 'list'));
  const click = { type: 'hotspot_click', hotspotId: 'h0', productId: 'mug' };
  assert.deepEqual(own(records), [
    { type: 'hotspot_exposure', hotspotId: 'h0', productId: 'mug', fromMs: 3500, toMs: 3500 },
    { ...click, positionMs: 3500, via: 'hotspot' },
    { ...click, positionMs: 4000, via: 'chip' },
    { type: 'hotspot_exposure', hotspotId: 'h1', productId: 'tray', fromMs: 1000, toMs: 2000 },
    { ...click, hotspotId: 'h1', productId: 'tray', positionMs: 4000, via: 'hotspot' },
    { type: 'hotspot_click', productId: 'mug', positionMs: 4000, via: 'list' },
  ]);
});

test('what the page opened is no click', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new HotspotClickedEvent('h0', 'mug', 3.5, 'api'));
  assert.deepEqual(records, []);
});

test('a card opened and closed', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.dispatchEvent(new ProductClosedEvent('mug', 1234.6));
  assert.deepEqual(own(records), [
    { type: 'product_view', productId: 'mug' },
    { type: 'product_dwell', productId: 'mug', ms: 1235 },
  ]);
});

test('a cart change is told for each accepted line, at the price of its variant or else its product', () => {
  const { player, records } = startPlayer();
  player.currentTime = 4.5;
  const lines = [line('mug', 'mug-blue'), line('mug', 'mug-red'), line('tray'), line('tray'), line('unknown')];
  player.dispatchEvent(new CartChangedEvent(lines, [reply(2), reply(1), reply(0), reply(3), reply(1)]));
  const change = { type: 'cart_change', positionMs: 4500, currency: 'EUR' };
  const mug = { ...change, productId: 'mug', token: 'sv1.mug' };
  assert.deepEqual(own(records), [
    { ...mug, variantId: 'mug-blue', quantity: 2, unitMinor: 2100 },
    { ...mug, variantId: 'mug-red', quantity: 1, unitMinor: 1900 },
    { ...change, productId: 'tray', token: 'sv1.tray', quantity: 3, unitMinor: 3000 },
  ]);
});

test('a cart change after the shop told another price is at that price', () => {
  const { player, records } = startPlayer();
  const tray = manifest().products.find(({ id }) => id === 'tray')!;
  player.dispatchEvent(new ProductRefreshedEvent({ ...tray, price: { minor: 2500, currency: 'EUR' } }));
  player.dispatchEvent(new CartChangedEvent([line('tray')], [reply(1)]));
  assert.deepEqual(
    own(records).map((record) => record.type === 'cart_change' && record.unitMinor),
    [2500],
  );
});

test('a quantity that was changed is told by its difference: less is never an add, and the same is nothing', () => {
  const { player, records } = startPlayer();
  const removed = { status: 'added', accepted: 0 } as const;
  for (const [answer, change] of [
    [removed, -2],
    [reply(5), 3],
    [reply(1), -1],
    [reply(0), 0],
  ] as const)
    player.dispatchEvent(new CartChangedEvent([line('tray')], [answer], false, [change]));
  assert.deepEqual(
    own(records).map((record) => record.type === 'cart_change' && record.quantity),
    [-2, 3, -1],
  );
  for (const record of records) EventSchema.parse(JSON.parse(JSON.stringify(record)));
});

test('buy now is told instead of a cart change', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new CartChangedEvent([line('mug', 'mug-blue'), line('tray')], [reply(1), reply(0)], true));
  assert.deepEqual(own(records), [
    { type: 'buy_now', productId: 'mug', variantId: 'mug-blue', positionMs: 0, token: 'sv1.mug' },
  ]);
});

test('the envelope: every event fits the schema and carries the page, the campaign and the ids', () => {
  browser.webdriver = true;
  const { player, records, play, pause, recorder, clock, beacons } = startPlayer({
    fields: { surface: 'home', pageType: 'landing' },
  });
  recorder.record({ type: 'player_opportunity', visibleMs: 1000 });
  play(1);
  pause();
  player.dispatchEvent(new HotspotClickedEvent('h0', 'mug', 1, 'hotspot'));
  player.dispatchEvent(new CartChangedEvent([line('mug')], [reply(1)]));
  for (const [seq, record] of records.entries()) {
    const event = EventSchema.parse(JSON.parse(JSON.stringify(record)));
    const { surface, pageType, campaign, videoId, viewId, idScope, automated } = event;
    assert.deepEqual(
      { seq: event.seq, surface, pageType, campaign, videoId, viewId, idScope, automated },
      {
        seq,
        surface: 'home',
        pageType: 'landing',
        campaign: { id: 'spring', source: 'mail' },
        videoId: 'coffee',
        viewId: beacons.trace?.viewId,
        idScope: 'persistent',
        automated: true,
      },
    );
    assert.ok(event.atMs <= clock.now() && event.viewerId && event.sessionId);
  }
  assert.equal(new Set(records.map(({ eventId }) => eventId)).size, records.length);
});

test('a browser driven by nobody carries no mark', () => {
  const { player, records } = startPlayer();
  player.dispatchEvent(new ProductOpenedEvent('mug'));
  assert.equal('automated' in JSON.parse(JSON.stringify(records[0])), false);
});

test('what happens before the manifest is known follows with it, in the same view', () => {
  const { player, records, play, pause, recorder } = startPlayer({ manifest: undefined });
  recorder.record({ type: 'player_opportunity', visibleMs: 1000 });
  play(2);
  pause();
  assert.deepEqual(records, []);
  player.dispatchEvent(new ManifestLoadedEvent(manifest('tea'), []));
  assert.deepEqual(
    records.map(({ type, seq, videoId }) => [type, seq, videoId]),
    [
      ['player_opportunity', 0, 'tea'],
      ['view_start', 1, 'tea'],
      ['playback', 2, 'tea'],
    ],
  );
  assert.equal(new Set(records.map(({ viewId }) => viewId)).size, 1);
});

test('another video is another view: the range in progress goes to the old one, `seq` starts at 0', () => {
  const { player, records, play, pause, beacons } = startPlayer();
  player.dispatchEvent(new HotspotExposedEvent('h0', 'mug', 0, 'hotspot', 1));
  play(2);
  const before = beacons.trace?.viewId;
  player.currentTime = 0;
  player.dispatchEvent(new ManifestLoadedEvent(manifest('tea'), []));
  const after = beacons.trace?.viewId;
  assert.notEqual(after, before);
  player.tell('playing');
  play(1);
  pause();
  player.dispatchEvent(new HotspotClickedEvent('h0', 'mug', 1, 'hotspot'));
  assert.deepEqual(
    records.map(({ type, seq, videoId, viewId }) => [type, seq, videoId, viewId]),
    [
      ['hotspot_exposure', 0, 'coffee', before],
      ['view_start', 1, 'coffee', before],
      ['playback', 2, 'coffee', before],
      ['view_start', 0, 'tea', after],
      ['playback', 1, 'tea', after],
      ['hotspot_exposure', 2, 'tea', after],
      ['hotspot_click', 3, 'tea', after],
    ],
  );
  player.dispatchEvent(new ManifestLoadedEvent(manifest('tea'), []));
  assert.equal(beacons.trace?.viewId, after, 'the same video again is the same view');
});

test('a view ends after 60 minutes of pause, not before and not while it plays', () => {
  const { player, records, play, pause, beacons, clock } = startPlayer();
  const first = beacons.trace?.viewId;
  play(2 * 3600);
  assert.equal(beacons.trace?.viewId, first);
  pause();
  clock.advance(3_600_000);
  player.dispatchEvent(new ProductOpenedEvent('mug'));
  assert.equal(records.at(-1)!.viewId, first);
  clock.advance(1);
  play(1);
  pause();
  assert.notEqual(beacons.trace?.viewId, first);
  assert.deepEqual(
    records.slice(-2).map(({ type, seq, viewId }) => [type, seq, viewId]),
    [
      ['view_start', 0, beacons.trace?.viewId],
      ['playback', 1, beacons.trace?.viewId],
    ],
  );
});

test('`seq` has no gap within any view, and the played time adds up', () => {
  const { player, records, play, pause, seek, page } = startPlayer();
  for (let i = 0; i < 20; i += 1) {
    play(7);
    seek(i * 3);
    player.dispatchEvent(new HotspotClickedEvent(`h${i % 3}`, 'mug', i, 'hotspot'));
    if (i % 4 === 0) pause();
    if (i % 5 === 0) page.hide();
    if (i === 10) player.dispatchEvent(new ManifestLoadedEvent(manifest('tea'), []));
  }
  pause();
  const views = new Map<string, number[]>();
  for (const { viewId, seq } of records) views.set(viewId, [...(views.get(viewId) ?? []), seq]);
  assert.equal(views.size, 2);
  for (const seqs of views.values()) assert.deepEqual(seqs, [...seqs.keys()]);
  const ranges = records.filter((record) => record.type === 'playback');
  assert.equal(
    ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
    20 * 7000,
  );
});

test('after the stop nothing is heard, and the recorder holds again', () => {
  const { player, records, play, beacons, recorder } = startPlayer();
  play(2);
  beacons.stop();
  assert.deepEqual(types(records), ['view_start', 'playback'], 'the range in progress is handed over');
  play(12);
  player.dispatchEvent(new ProductOpenedEvent('mug'));
  recorder.record({ type: 'player_opportunity', visibleMs: 1 });
  assert.equal(records.length, 2);
  const held: unknown[] = [];
  recorder.takeOver(({ record }) => held.push(record.type));
  assert.deepEqual(held, ['player_opportunity']);
});

test('an event says in which segment it happened or began, the innermost where they overlap', () => {
  const { player, records } = startPlayer();
  for (const time of [99.9, 100, 200, 219.99, 220, 300])
    player.dispatchEvent(new HotspotClickedEvent('spot', 'mug', time, 'hotspot'));
  player.dispatchEvent(new ProductOpenedEvent('mug'));
  const of = (type: string) => records.filter((record) => record.type === type).map(({ segment }) => segment);
  assert.deepEqual(of('hotspot_click'), [undefined, 'whole', 'proof', 'proof', 'whole', undefined]);
  assert.deepEqual(of('hotspot_exposure'), [undefined]);
  assert.deepEqual(of('product_view'), [undefined]);
});

test('a view before playback, of which no more than the name is known, tells its events too', () => {
  const { player, records } = startPlayer({ manifest: { id: 'coffee' } as Manifest });
  player.dispatchEvent(new HotspotClickedEvent('spot', 'mug', 1, 'chip'));
  assert.deepEqual(types(records), ['hotspot_exposure', 'hotspot_click']);
});
