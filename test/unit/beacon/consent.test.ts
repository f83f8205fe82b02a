import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { effectiveConsent } from '../../../src/beacon/consent.js';
import { OpenProductEvent, ProductOpenedEvent } from '../../../src/events/index.js';
import { startCollector } from './collector.js';
import { browser, startPlayer } from './player.js';

let collector: Awaited<ReturnType<typeof startCollector>>;
before(async () => {
  collector = await startCollector();
});
beforeEach(() => collector.received.splice(0));
afterEach(() => {
  delete browser.globalPrivacyControl;
});
after(() => collector.stop());

type Player = ReturnType<typeof startPlayer>;

const journey = async (player: Player) => {
  player.play(12);
  player.player.dispatchEvent(new OpenProductEvent('mug', 'hotspot'));
  player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.pause();
  player.clock.advance(60_000);
  player.page.hide();
  player.page.dispatchEvent(new Event('pagehide'));
  await player.beacons.flush();
  await player.answered();
};
const storages = ({ page }: Player) => [page.localStorage, page.sessionStorage];

test('the policy: Global Privacy Control counts as denied unless the page says granted', () => {
  const table = [
    ['granted', false, 'granted'],
    ['granted', true, 'granted'],
    ['denied', false, 'denied'],
    ['denied', true, 'denied'],
    ['pending', false, 'pending'],
    ['pending', true, 'denied'],
    [undefined, undefined, 'pending'],
    [null, true, 'denied'],
    ['yes', false, 'pending'],
  ] as const;
  for (const [asked, globalPrivacyControl, result] of table)
    assert.equal(effectiveConsent(asked, { globalPrivacyControl }), result, `${asked}, ${globalPrivacyControl}`);
});

for (const [consent, gpc] of [
  ['pending', false],
  [undefined, false],
  ['denied', false],
  ['denied', true],
  ['pending', true],
] as const)
  for (const idScope of ['persistent', 'session', 'none'] as const)
    test(`consent ${consent}, privacy control ${gpc}, ids ${idScope}: no request, no storage, no event`, async () => {
      browser.globalPrivacyControl = gpc;
      const player = startPlayer({ urls: [collector.url], consent, idScope });
      await journey(player);
      player.beacons.stop();
      await player.answered();
      assert.equal(collector.received.length, 0);
      assert.equal(player.records.length, 0);
      assert.equal(player.beacons.trace?.viewId, undefined);
      for (const storage of storages(player)) assert.deepEqual([storage.reads, storage.writes], [0, 0]);
    });

test('granted in spite of privacy control sends', async () => {
  browser.globalPrivacyControl = true;
  const player = startPlayer({ urls: [collector.url] });
  await journey(player);
  assert.ok(collector.received.length > 0);
});

test('the grant lets what was held follow, in order and with the times of its making', async () => {
  const player = startPlayer({ urls: [collector.url], consent: 'pending' });
  const startMs = player.clock.now();
  await journey(player);
  player.clock.advance(1000);
  player.beacons.setConsent('granted');
  assert.deepEqual(
    player.records.map(({ type, seq }) => [type, seq]),
    [
      ['view_start', 0],
      ['playback', 1],
      ['product_view', 2],
      ['playback', 3],
    ],
  );
  assert.equal(player.records[0]!.atMs, startMs);
  await player.beacons.flush();
  assert.deepEqual(
    collector.received.flatMap(({ events }) => events),
    JSON.parse(JSON.stringify(player.records)),
  );
});

test('a denial purges what was held, and a later grant starts afresh', async () => {
  const player = startPlayer({ urls: [collector.url], consent: 'pending' });
  player.play(12);
  player.beacons.setConsent('denied');
  player.play(12);
  player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.beacons.setConsent('granted');
  assert.equal(player.records.length, 0);
  player.play(2);
  player.pause();
  assert.deepEqual(
    player.records.map(({ type, seq }) => [type, seq]),
    [
      ['view_start', 0],
      ['playback', 1],
    ],
  );
  assert.deepEqual(
    player.records.map((record) => record.type === 'playback' && [record.fromMs, record.toMs]),
    [false, [24_000, 26_000]],
    'nothing of what was played under the denial',
  );
});

test('a denial after a grant drops the queue, the ids and the storage; the next ids are others', async () => {
  const player = startPlayer({ urls: [collector.url] });
  player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  const [first] = player.records;
  assert.equal(player.page.localStorage.entries.size, 1);
  player.beacons.setConsent('denied');
  assert.equal(player.page.localStorage.entries.size, 0);
  await player.beacons.flush();
  player.clock.advance(60_000);
  await player.answered();
  assert.equal(collector.received.length, 0);
  player.beacons.setConsent('granted');
  player.player.dispatchEvent(new ProductOpenedEvent('tray'));
  const second = player.records[1]!;
  for (const key of ['viewerId', 'sessionId', 'viewId', 'eventId'] as const)
    assert.notEqual(second[key], first![key], key);
  assert.equal(second.seq, 0);
  await player.beacons.flush();
  assert.deepEqual(
    collector.received.flatMap(({ events }) => events.map(({ eventId }) => eventId)),
    [second.eventId],
  );
});

test('a listener that denies in the middle of the held ones gets no more', () => {
  const player = startPlayer({ consent: 'pending' });
  for (let i = 0; i < 5; i += 1) player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.player.addEventListener('shoppable-beacon', () => player.beacons.setConsent('denied'));
  player.beacons.setConsent('granted');
  assert.equal(player.records.length, 1);
});

test('back from granted to pending: nothing is sent until it is granted again', async () => {
  const player = startPlayer({ urls: [collector.url] });
  player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.beacons.setConsent('pending');
  player.player.dispatchEvent(new ProductOpenedEvent('tray'));
  player.clock.advance(60_000);
  await player.beacons.flush();
  assert.equal(collector.received.length, 0);
  player.beacons.setConsent('granted');
  await player.beacons.flush();
  assert.equal(collector.received.flatMap(({ events }) => events).length, 2);
});

test('what more was recorded than may wait is told with the grant, exactly', async () => {
  const player = startPlayer({ urls: [collector.url], consent: 'pending' });
  for (let i = 0; i < 1007; i += 1) player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  player.beacons.setConsent('granted');
  await player.beacons.flush();
  const events = collector.received.flatMap((request) => request.events);
  assert.equal(events.filter(({ type }) => type === 'product_view').length, 1000);
  const reports = events.flatMap((event) => (event.type === 'loss_report' ? [event] : []));
  assert.deepEqual(
    reports.map(({ reason, lost, seq }) => [reason, lost, seq]),
    [['held', { product_view: 7 }, 0]],
  );
});
