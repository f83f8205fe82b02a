import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, beforeEach, mock, test } from 'node:test';
import type { CartLine } from '../../../src/cart/contract.js';
import { CartChangedEvent, ProductOpenedEvent } from '../../../src/events/index.js';
import { startCollector } from './collector.js';
import { startPlayer } from './player.js';

type Player = ReturnType<typeof startPlayer>;
let collector: Awaited<ReturnType<typeof startCollector>>;
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
const warn = mock.method(console, 'warn', () => {});

beforeEach(async () => {
  warn.mock.resetCalls();
  collector = await startCollector();
});
afterEach(() => collector.stop());
after(() => assert.deepEqual(unhandled, []));

const open = ({ player }: Player, count = 1) => {
  for (let i = 0; i < count; i += 1) player.dispatchEvent(new ProductOpenedEvent('mug'));
};
const line: CartLine = { requestId: 'r', productId: 'mug', quantity: 1, properties: { _shoppable: 'sv1' } };
const ids = (events: readonly { eventId: string }[]) => events.map(({ eventId }) => eventId);
const reply = (rejected: unknown[]) => JSON.stringify({ schema: 'shoppable.reply/1', rejected });

test('one request after five seconds, of plain text, without credentials, with the sender named', async () => {
  const player = startPlayer({ urls: [collector.url], writeKey: 'wk' });
  open(player, 3);
  player.clock.advance(4999);
  await player.answered();
  assert.equal(collector.received.length, 0);
  player.clock.advance(1);
  await player.answered();
  assert.equal(collector.received.length, 1);
  const [{ headers, batch, events }] = collector.received as [(typeof collector.received)[0]];
  assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');
  assert.equal(headers.cookie, undefined);
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual([batch.site, batch.writeKey, batch.sdk], ['shop', 'wk', `shoppable-video/${version}`]);
  assert.equal(batch.sentAtMs, player.clock.now());
  assert.deepEqual(ids(events), ids(player.records));
  player.clock.advance(600_000);
  await player.beacons.flush();
  assert.equal(collector.received.length, 1, '204: all taken');
  assert.equal(player.clock.timers, 0);
});

test('twenty events go at once, and so does a cart action', async () => {
  const player = startPlayer({ urls: [collector.url] });
  open(player, 20);
  await player.answered();
  player.clock.advance(0);
  await player.answered();
  assert.equal(collector.taken.length, 20);
  open(player);
  player.player.dispatchEvent(new CartChangedEvent([line], [{ status: 'added', accepted: 1 }]));
  player.clock.advance(0);
  await player.answered();
  assert.deepEqual(
    collector.received[1]!.events.map(({ type }) => type),
    ['product_view', 'cart_change'],
  );
});

test('a partial reply takes all but the rejected, which are told once and never sent again', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = ({ events }) => ({
    status: 200,
    body: reply([{ eventId: events[1]!.eventId, reason: 'bad currency' }]),
  });
  open(player, 3);
  await player.beacons.flush();
  open(player, 3);
  await player.beacons.flush();
  player.clock.advance(600_000);
  await player.answered();
  assert.equal(collector.received.length, 2);
  assert.equal(warn.mock.callCount(), 1);
  assert.match(warn.mock.calls[0]!.arguments.join(' '), /bad currency/);
});

test('a 4xx with a reply counts as its reply', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = ({ events }) => ({
    status: 400,
    body: reply(events.map(({ eventId }) => ({ eventId, reason: 'no' }))),
  });
  open(player, 2);
  await player.beacons.flush();
  player.clock.advance(600_000);
  await player.answered();
  assert.equal(collector.received.length, 1);
});

test('200 without a reply, as a captive portal gives it, is no acknowledgement', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = () => ({ status: 200, body: '<h1>Welcome to the hotel</h1>' });
  open(player, 2);
  await player.beacons.flush();
  collector.answer = () => ({ status: 204 });
  await player.until(() => collector.taken.length > 0);
  assert.deepEqual(ids(collector.taken), ids(player.records));
});

test('429: not before Retry-After, not even on a flush or a hidden page; then all', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = () => ({ status: 429, headers: { 'retry-after': '30' } });
  open(player, 2);
  await player.beacons.flush();
  collector.answer = () => ({ status: 204 });
  open(player, 25);
  player.clock.advance(29_999);
  await player.beacons.flush();
  player.page.hide();
  await player.answered();
  assert.equal(collector.received.length, 1);
  player.clock.advance(1);
  await player.answered();
  assert.deepEqual(ids(collector.taken), ids(player.records));
});

test('500, then well: the same ids again after a pause', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = () => ({ status: 500 });
  open(player, 2);
  await player.beacons.flush();
  collector.answer = () => ({ status: 204 });
  player.clock.advance(499);
  await player.answered();
  assert.equal(collector.received.length, 1);
  await player.until(() => collector.taken.length > 0);
  assert.deepEqual(ids(collector.received[0]!.events), ids(collector.received[1]!.events));
  assert.notEqual(collector.received[0]!.batch.batchId, collector.received[1]!.batch.batchId);
});

test('an answer that breaks off keeps the events', async () => {
  const player = startPlayer({ urls: [collector.url] });
  let cut = 0;
  collector.answer = () => {
    cut += 1;
    return { status: 200, headers: { 'content-length': '500' }, body: '{"schema":"shoppable.reply/1","rejec' };
  };
  open(player, 2);
  const flushed = player.beacons.flush();
  while (!cut) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await collector.stop();
  await flushed;
  const again = await startCollector(collector.port);
  await player.until(() => again.taken.length > 0);
  assert.deepEqual(ids(again.taken), ids(player.records));
  collector = again;
});

test('network down, then up: nothing is lost, at most one line is written, the tries get rare', async () => {
  const { port, url } = collector;
  await collector.stop();
  const player = startPlayer({ urls: [url] });
  player.play(60);
  player.pause();
  await player.until(() => player.sent.length >= 4);
  const tries = player.sent.length;
  for (let ms = 0; ms < 3_600_000; ms += 1000) {
    player.clock.advance(1000);
    if (ms % 30_000 === 0) await player.answered();
  }
  await player.answered();
  assert.ok(
    player.sent.length - tries >= 55 && player.sent.length - tries <= 75,
    `${player.sent.length - tries} in 1 h`,
  );
  assert.equal(warn.mock.callCount(), 1);
  collector = await startCollector(port);
  await player.until(() => collector.taken.length > 0);
  assert.deepEqual(ids(collector.taken), ids(player.records));
});

for (const status of [401, 403])
  test(`${status} ends it at once, with one line that says the cure`, async () => {
    const player = startPlayer({ urls: [collector.url] });
    collector.answer = () => ({ status });
    open(player, 2);
    await player.beacons.flush();
    open(player, 50);
    player.clock.advance(600_000);
    await player.beacons.flush();
    player.page.hide();
    await player.answered();
    assert.equal(collector.received.length, 1);
    assert.equal(player.clock.timers, 0);
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0]!.arguments.join(' '), new RegExp(`${collector.url}.*${status}.*write key`));
    assert.equal(player.records.length, 52, 'the page still hears of them');
  });

test('another refusal ends it after three in a row', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = () => ({ status: 404 });
  open(player);
  await player.beacons.flush();
  for (let i = 0; i < 100; i += 1) {
    player.clock.advance(10_000);
    await player.answered();
  }
  assert.equal(collector.received.length, 3);
  assert.equal(warn.mock.callCount(), 1);
});

test('of two endpoints, one dead: the other gets everything in time', async () => {
  const dead = await startCollector();
  await dead.stop();
  const player = startPlayer({ urls: [dead.url, collector.url] });
  await player.answered();
  for (let round = 1; round <= 5; round += 1) {
    open(player, 3);
    player.clock.advance(5000);
    await player.answered();
    assert.deepEqual(ids(collector.taken), ids(player.records), `round ${round}`);
  }
});

test('a long queue goes in several requests of at most 48 KiB and 100 events', async () => {
  const player = startPlayer({ urls: [collector.url], fields: { surface: '漢'.repeat(150) } });
  collector.answer = () => ({ status: 503 });
  open(player, 300);
  await player.beacons.flush();
  collector.received.splice(0);
  collector.answer = () => ({ status: 204 });
  await player.beacons.flush();
  assert.ok(collector.received.every(({ bytes }) => bytes <= 50_000));
  assert.ok(collector.received.every(({ events }) => events.length <= 100));
  assert.deepEqual(ids(collector.taken).sort(), ids(player.records).sort());
});

test('a hidden page sends the range in progress and all that waits, so that it outlives the page', async () => {
  const player = startPlayer({ urls: [collector.url] });
  player.play(3);
  open(player, 2);
  player.page.hide();
  await player.answered();
  assert.deepEqual(
    collector.taken.map(({ type }) => type),
    ['view_start', 'product_view', 'product_view', 'playback'],
  );
  assert.deepEqual(
    player.sent.map(({ final }) => final),
    [true],
  );
});

test('what a listener on the document hands over when the page is hidden goes along', async () => {
  const player = startPlayer({ urls: [collector.url] });
  // as an event on `document` reaches its own listeners before those on `window`
  const hide = () => {
    open(player);
    player.page.hide();
  };
  hide();
  await player.answered();
  assert.equal(collector.taken.length, 1);
});

test('without keepalive `sendBeacon` carries the last ones, and as nothing tells their fate they go again', async () => {
  const carried: string[] = [];
  const keepalive = Object.getOwnPropertyDescriptor(Request.prototype, 'keepalive')!;
  delete (Request.prototype as { keepalive?: boolean }).keepalive;
  (navigator as { sendBeacon?: unknown }).sendBeacon = (_url: string, body: string) => carried.push(body) > 0;
  try {
    const player = startPlayer({ urls: [collector.url] });
    open(player, 2);
    player.page.hide();
    await player.answered();
    assert.equal(collector.received.length, 0);
    assert.equal(carried.length, 1);
    await player.until(() => collector.taken.length > 0);
    assert.deepEqual(ids(collector.taken), ids(JSON.parse(carried[0]!).events));
  } finally {
    Object.defineProperty(Request.prototype, 'keepalive', keepalive);
    delete (navigator as { sendBeacon?: unknown }).sendBeacon;
  }
});

test('flush resolves when the endpoints have answered, and also when they fail', async () => {
  const player = startPlayer({ urls: [collector.url] });
  open(player);
  let answered = false;
  collector.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    answered = true;
    return { status: 204 };
  };
  await player.beacons.flush();
  assert.ok(answered);
  open(player);
  await collector.stop();
  await player.beacons.flush();
  collector = await startCollector();
});

test('a transport of the page that throws is a failure like any other', async () => {
  let broken = true;
  const player = startPlayer({
    urls: ['/v1/beacons'],
    transport: {
      async send() {
        if (broken) throw new Error('no');
        return { status: 204 };
      },
    },
  });
  open(player);
  await player.beacons.flush();
  broken = false;
  await player.until(() => player.sent.length === 2);
  assert.equal(player.clock.timers, 0);
});

test('one that throws at once, of a page that ends before the sender has come, is one too', async () => {
  const player = startPlayer({
    urls: ['/v1/beacons'],
    transport: {
      send() {
        throw new Error('no');
      },
    },
  });
  open(player);
  player.page.hide();
  player.beacons.stop();
  assert.equal(player.sent.length, 2);
  player.player.dispatchEvent(new ProductOpenedEvent('mug'));
  assert.equal(player.records.length, 1, 'it has stopped');
});

test('after the stop the rest is sent; to a dead endpoint seven times, and then it is let go', async () => {
  const player = startPlayer({ urls: [collector.url] });
  collector.answer = () => ({ status: 503 });
  player.play(2);
  await player.answered();
  player.beacons.stop();
  await player.answered();
  assert.deepEqual(
    collector.received[0]!.events.map(({ type }) => type),
    ['view_start', 'playback'],
  );
  for (let i = 0; i < 100; i += 1) {
    player.clock.advance(10_000);
    await player.answered();
  }
  assert.equal(collector.received.length, 7);
  assert.equal(player.clock.timers, 0);
});

test('an unknown format gets nothing and one line; the others are served', async () => {
  const player = startPlayer({
    endpoints: [
      { url: '/ga', format: 'ga5' },
      { url: collector.url, format: 'native' },
    ],
  });
  open(player);
  await player.beacons.flush();
  assert.deepEqual(
    player.sent.map(({ url }) => url),
    [collector.url],
  );
  assert.equal(warn.mock.callCount(), 1);
  assert.match(warn.mock.calls[0]!.arguments.join(' '), /ga5/);
});

test('without endpoints the page still hears of every record', () => {
  const player = startPlayer();
  open(player, 3);
  assert.equal(player.records.length, 3);
  assert.equal(player.clock.timers, 0);
});
