/** What shops tell, in a ClickHouse that two servers share; the store itself, without the servers around it. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { OrderSource, ShopRecord } from '../../src/server/orders/shop-record.js';
import { openClickhouse } from '../../src/server/store/clickhouse/clickhouse.js';
import { makeTables } from '../../src/server/store/clickhouse/make-tables.js';
import { makeOrder, makeStored, NEXT } from '../unit/server/store/records.js';
import { startClickhouse } from './clickhouse.js';

async function openTwo(t: TestContext) {
  const at = await startClickhouse(t);
  await makeTables(at);
  const stores = [await openClickhouse(at, 'server-one'), await openClickhouse(at, 'server-two')] as const;
  t.after(() => Promise.all(stores.map((store) => store.close())));
  return stores;
}

const order = (source: OrderSource, receivedMs: number, minors: readonly number[]) =>
  makeOrder(source, receivedMs, minors, { videoId: 'coffee', viewId: 'view-1', positionMs: 1, atMs: 2 });

const SALES = 'SELECT minor, viewer, token_view FROM sales ORDER BY line';

test('an order that both servers are told of, by several, twice and out of order, is one', async (t) => {
  const [one, two] = await openTwo(t);
  const [page, late, early] = [order('page', 1, [1]), order('shopify', 9, [2, 3]), order('shopify', 8, [4, 5])];
  await one.apply({ events: [], told: [late, page], next: NEXT });
  await two.apply({ events: [], told: [early, late], next: NEXT });
  await two.apply({ events: [], told: [early, late], next: NEXT });
  const rows = await two.query(SALES, {});
  assert.deepEqual(
    rows.map(({ minor }) => minor),
    [4, 5],
  );
  assert.deepEqual(await one.query(SALES, {}), rows);
  assert.deepEqual([await one.position(), await two.position()], [NEXT, NEXT]);
});

test('of the catalogue the latest counts, whichever server has it', async (t) => {
  const [one, two] = await openTwo(t);
  const product = (receivedMs: number, category: string) =>
    ({ site: 'shop', receivedMs, product: { productId: 'mug', category } }) as ShopRecord;
  await one.apply({ events: [], told: [product(20, 'cups')], next: NEXT });
  await two.apply({ events: [], told: [product(10, 'gifts')], next: NEXT });
  assert.deepEqual(await one.query('SELECT product_id, category FROM product_facts', {}), [
    { product_id: 'mug', category: 'cups' },
  ]);
});

test('who is erased by one is in no sale and no event of either, and the sale stays', async (t) => {
  const [one, two] = await openTwo(t);
  await one.apply({ events: [makeStored(5, { atMs: 4 })], told: [order('server', 6, [7])], next: NEXT });
  await two.apply({ events: [], erase: [{ by: 'viewerId', id: 'ann' }], next: NEXT });
  assert.deepEqual(await one.query(SALES, {}), [{ minor: 7, viewer: null, token_view: null }]);
  assert.deepEqual(await one.query('SELECT count(*) AS n FROM events', {}), [{ n: 0 }]);
  // what is still under way by the other server
  await one.apply({ events: [], told: [order('server', 6, [8])], next: NEXT });
  assert.deepEqual(await one.query('SELECT DISTINCT viewer, token_view FROM order_lines', {}), [
    { viewer: null, token_view: null },
  ]);
});
