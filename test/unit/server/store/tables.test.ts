import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { OrderRecord, ShopRecord } from '../../../../src/server/orders/shop-record.js';
import { openDuckdb } from '../../../../src/server/store/duckdb.js';
import type { EventStore } from '../../../../src/server/store/event-store.js';
import { makeDataDir } from '../fixture.js';
import { makeOrder, makeStored, NEXT } from './records.js';

async function open(t: TestContext): Promise<EventStore> {
  const store = await openDuckdb(join(await makeDataDir(t), 'events.duckdb'), assert.fail);
  t.after(() => store.close());
  return store;
}

const minors = async (store: EventStore, view = 'sales') =>
  (await store.query(`SELECT minor FROM ${view} ORDER BY line`, {})).map(({ minor }) => minor);

test('of an order that is told of several times the most trusted telling counts, then the first', async (t) => {
  const tellings = [
    makeOrder('page', 1, [1]),
    makeOrder('shopify', 5, [2, 3]),
    makeOrder('shopify', 5, [2, 3]),
    makeOrder('shopify', 4, [4, 5, 6]),
    makeOrder('server', 9, [7]),
  ];
  for (const [count, expected] of [
    [1, [1]],
    [2, [2, 3]],
    [3, [2, 3]],
    [4, [4, 5, 6]],
    [5, [7]],
  ] as const) {
    for (const told of [tellings.slice(0, count), tellings.slice(0, count).reverse()]) {
      const store = await open(t);
      for (const record of told) await store.apply({ events: [], told: [record], next: NEXT });
      assert.deepEqual(await minors(store), expected);
    }
  }
});

test('a line becomes a row with the parts of its token; a clock that runs ahead is held back', async (t) => {
  const store = await open(t);
  const attribution = { videoId: 'coffee', viewId: 'view', positionMs: 1500, atMs: 90, arm: 'b' };
  const record = makeOrder('server', 50, [500]);
  const lines = [{ ...record.order.lines[0]!, variantId: 'tide', quantity: 2, attribution }];
  await store.apply({ events: [], told: [{ ...record, order: { ...record.order, lines } }], next: NEXT });
  assert.deepEqual(await store.query('SELECT * FROM sales', {}), [
    {
      site: 'shop',
      order_id: '1',
      source: 'server',
      at_ms: 50,
      received_ms: 50,
      viewer: 'v:ann',
      currency: 'EUR',
      line: 0,
      product_id: 'mug',
      variant_id: 'tide',
      quantity: 2,
      minor: 500,
      token_video: 'coffee',
      token_view: 'view',
      token_hotspot: null,
      token_position_ms: 1500,
      token_segment: null,
      token_experiment: null,
      token_arm: 'b',
      token_at_ms: 90,
    },
  ]);
});

test('a refund once; of the catalogue the latest', async (t) => {
  const store = await open(t);
  const at = (receivedMs: number) => ({ site: 'shop', receivedMs });
  const refund = { refundId: 'r', orderId: '1', refundedAt: 2, currency: 'EUR' };
  const line = { productId: 'mug', quantity: 1, minor: 300 };
  const told: ShopRecord[] = [
    { ...at(3), source: 'server', refund: { ...refund, lines: [line] } },
    { ...at(4), source: 'server', refund: { ...refund, lines: [line] } },
    { ...at(2), product: { productId: 'mug', category: 'new', margin: 0.4 } },
    { ...at(1), product: { productId: 'mug', category: 'old', margin: 0.2 } },
    { ...at(1), inventory: { productId: 'mug', day: '2026-11-22', stock: 5 } },
    { ...at(2), inventory: { productId: 'mug', day: '2026-11-22', stock: 4 } },
    { ...at(1), video: { videoId: 'coffee', title: 'Coffee', costMinor: 9, currency: 'EUR' } },
    { ...at(1), segment: { videoId: 'coffee', segment: 'a', label: 'A', fromMs: 0, toMs: 9, host: 'Eva' } },
  ];
  await store.apply({ events: [], told, next: NEXT });
  assert.deepEqual(await minors(store, 'returns'), [300]);
  const facts = async (columns: string, view: string) => store.query(`SELECT ${columns} FROM ${view}`, {});
  assert.deepEqual(await facts('category, margin', 'product_facts'), [{ category: 'new', margin: 0.4 }]);
  assert.deepEqual(await facts('day, stock', 'stock'), [{ day: '2026-11-22', stock: 4 }]);
  assert.deepEqual(await facts('title, cost_minor', 'video_facts'), [{ title: 'Coffee', cost_minor: 9 }]);
  assert.deepEqual(await facts('label, from_ms, to_ms, host', 'segment_facts'), [
    { label: 'A', from_ms: 0, to_ms: 9, host: 'Eva' },
  ]);
});

test('events of the checkout, and how many a loss report tells of', async (t) => {
  const store = await open(t);
  await store.apply({
    events: [
      makeStored(2, { type: 'checkout_step', step: 'shipping', shippingMinor: 490, viewId: undefined, seq: undefined }),
      makeStored(2, { type: 'loss_report', reason: 'held', lost: { playback: 3, buy_now: 1 } }),
    ],
    next: NEXT,
  });
  assert.deepEqual(
    await store.query('SELECT type, step, shipping_minor, lost, lost_reason, view_id IS NULL AS free FROM events', {}),
    [
      { type: 'checkout_step', step: 'shipping', shipping_minor: 490, lost: null, lost_reason: null, free: true },
      { type: 'loss_report', step: null, shipping_minor: null, lost: 4, lost_reason: 'held', free: false },
    ],
  );
});

test('whoever is erased is in no order any more; what only their page told of goes', async (t) => {
  const store = await open(t);
  const attribution = { videoId: 'coffee', viewId: 'view-1', positionMs: 0, atMs: 1 };
  const mine = makeOrder('server', 5, [1], attribution);
  const { lines } = mine.order;
  const guest: OrderRecord = { ...mine, order: { ...mine.order, orderId: '2', viewerId: undefined } };
  const page = makeStored(9, { type: 'purchase', orderId: '3', currency: 'EUR', lines, sessionId: 'page' });
  await store.apply({ events: [page], told: [mine, guest], next: NEXT });
  const rows = () => store.query('SELECT order_id, viewer, token_view FROM sales ORDER BY order_id', {});
  assert.equal((await rows()).length, 3);
  await store.apply({ events: [], erase: [{ by: 'viewerId', id: 'ann', views: ['view-1'] }], next: NEXT });
  assert.deepEqual(await rows(), [
    { order_id: '1', viewer: null, token_view: null },
    { order_id: '2', viewer: null, token_view: null },
  ]);
});

test('a database of an older version is put aside with one line of warning', async (t) => {
  const path = join(await makeDataDir(t), 'events.duckdb');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE events (event_id UUID); CREATE TABLE journal_position (segment BIGINT, "offset" BIGINT)',
  );
  await connection.run('INSERT INTO journal_position VALUES (1, 10)');
  connection.closeSync();
  instance.closeSync();
  const warnings: string[] = [];
  const first = await openDuckdb(path, (message) => warnings.push(message));
  assert.equal(await first.position(), undefined);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /another version/);
  await first.apply({ events: [], next: NEXT });
  await first.close();
  const second = await openDuckdb(path, assert.fail);
  t.after(() => second.close());
  assert.deepEqual(await second.position(), NEXT);
});
