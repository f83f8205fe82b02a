import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionToken } from '../../../../src/beacon/attribution-token.js';
import { makeDataDir, serve } from '../fixture.js';
import { hook, makeOrder, rowsAfterwards, tell } from './shop.js';

const SECRET = 'shpss_0123456789';
const WOO_SECRET = 'wc-secret-0123456789';
const TOKEN = attributionToken({ videoId: 'coffee', viewId: 'view-1', positionMs: 0, atMs: 1_700_000_000_000 });
const SETTINGS = {
  sites: { north: { shopify: { webhookSecret: SECRET } }, south: { woocommerce: { webhookSecret: WOO_SECRET } } },
};
const SALES =
  'SELECT site, order_id, source, at_ms, currency, line, product_id, variant_id, quantity, minor, token_view FROM sales ORDER BY order_id, line';
const RETURNS =
  'SELECT order_id, refund_id, currency, line, product_id, quantity, minor FROM returns ORDER BY refund_id, line';

const set = (amount: string, currency: string, presentment = ['1.00', 'USD']) => ({
  shop_money: { amount, currency_code: currency },
  presentment_money: { amount: presentment[0], currency_code: presentment[1] },
});

const shopifyOrder = (currency = 'EUR', prices = ['19.90', '100.00'], fields: object = {}) => ({
  id: 5_678_901_234_567,
  admin_graphql_api_id: 'gid://shopify/Order/5678901234567',
  name: '#1001',
  test: false,
  cancelled_at: null,
  created_at: '2026-11-22T10:00:00+01:00',
  processed_at: '2026-11-22T10:00:00+01:00',
  currency,
  presentment_currency: 'USD',
  financial_status: 'paid',
  total_price: '0',
  line_items: [
    {
      id: 1,
      product_id: 7_001,
      variant_id: 9_001,
      sku: 'MUG-TIDE',
      title: 'Mug',
      quantity: 3,
      price: prices[0],
      price_set: set(prices[0]!, currency),
      properties: [
        { name: '_shoppable', value: TOKEN },
        { name: '_shoppable_id', value: '0198' },
      ],
      discount_allocations: [
        { amount: '5.00', amount_set: set('5.00', currency), discount_application_index: 0 },
        { amount: '0.70', amount_set: set('0.70', currency), discount_application_index: 1 },
      ],
    },
    {
      id: 2,
      product_id: null,
      variant_id: null,
      sku: '',
      title: 'Tip',
      quantity: 1,
      price: prices[1],
      price_set: set(prices[1]!, currency),
      properties: [],
      discount_allocations: [],
    },
  ],
  ...fields,
});

const shopifyRefund = {
  id: 444_555,
  order_id: 5_678_901_234_567,
  created_at: '2026-11-24T10:00:00Z',
  processed_at: '2026-11-24T10:00:00Z',
  refund_line_items: [
    {
      id: 1,
      quantity: 1,
      line_item_id: 1,
      restock_type: 'return',
      subtotal: '18.00',
      subtotal_set: set('18.00', 'EUR', ['20.00', 'USD']),
      line_item: { id: 1, product_id: 7_001, variant_id: 9_001, sku: 'MUG-TIDE', title: 'Mug' },
    },
  ],
  transactions: [{ id: 1, kind: 'refund', amount: '20.00', currency: 'USD' }],
};

test('Shopify: in the shop’s money, after discounts, with the token; twice and after its refund counts once', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  for (const [topic, body] of [
    ['refunds/create', shopifyRefund],
    ['orders/create', shopifyOrder()],
    ['orders/paid', shopifyOrder()],
    ['refunds/create', shopifyRefund],
  ] as const)
    assert.equal((await hook(server.url, 'shopify', topic, body, SECRET)).status, 200);
  const sales = await rowsAfterwards(server, dataDir, SALES);
  const at = Date.parse('2026-11-22T09:00:00Z');
  const common = {
    site: 'north',
    order_id: '5678901234567',
    source: 'shopify',
    at_ms: Math.min(at, Date.now()),
    currency: 'EUR',
  };
  assert.deepEqual(
    sales.map((row) => ({ ...row, at_ms: common.at_ms })),
    [
      { ...common, line: 0, product_id: '7001', variant_id: '9001', quantity: 3, minor: 5400, token_view: 'view-1' },
      { ...common, line: 1, product_id: 'line:Tip', variant_id: null, quantity: 1, minor: 10_000, token_view: null },
    ],
  );
  const again = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  assert.deepEqual(await rowsAfterwards(again, dataDir, RETURNS), [
    {
      order_id: '5678901234567',
      refund_id: '444555',
      currency: 'EUR',
      line: 0,
      product_id: '7001',
      quantity: 1,
      minor: 1800,
    },
  ]);
});

for (const [currency, price, minor] of [
  ['JPY', '1900', 5_700 - 6],
  ['KWD', '1.234', 3_702],
  ['EUR', '0.07', 21],
] as const) {
  test(`Shopify: money strings of ${currency} are whole minor units`, async (t) => {
    const dataDir = await makeDataDir(t);
    const server = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
    const order = shopifyOrder(currency, [price, '0']);
    order.line_items[0]!.discount_allocations = currency === 'JPY' ? order.line_items[0]!.discount_allocations : [];
    await hook(server.url, 'shopify', 'orders/create', order, SECRET);
    const [row] = await rowsAfterwards(server, dataDir, SALES);
    assert.equal(row!.minor, minor);
  });
}

test('Shopify: ids that a double would round are kept to the last digit', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  const body = JSON.stringify(shopifyOrder())
    .replace('5678901234567', '9007199254740993')
    .replace('7001', '18014398509481985');
  assert.equal((await hook(server.url, 'shopify', 'orders/create', body, SECRET)).status, 200);
  const [row] = await rowsAfterwards(server, dataDir, SALES);
  assert.deepEqual([row!.order_id, row!.product_id], ['9007199254740993', '18014398509481985']);
});

test('Shopify: the manifest’s ids may be SKUs; a trial, a cancelled order and another topic are nothing', async (t) => {
  const dataDir = await makeDataDir(t);
  const settings = { sites: { north: { shopify: { webhookSecret: SECRET, productIds: 'sku' as const } } } };
  const server = await serve(t, dataDir, assert.fail, { settings });
  const send = (topic: string, fields: object) =>
    hook(server.url, 'shopify', topic, shopifyOrder('EUR', undefined, fields), SECRET);
  for (const answer of [
    await send('orders/create', {}),
    await send('orders/create', { id: 2, test: true }),
    await send('orders/create', { id: 3, cancelled_at: '2026-11-22T10:00:00Z' }),
    await send('products/update', { id: 4 }),
  ])
    assert.equal(answer.status, 200);
  const rows = await rowsAfterwards(server, dataDir, SALES);
  assert.deepEqual(
    rows.map((row) => row.product_id),
    ['MUG-TIDE', 'line:Tip'],
  );
});

const wooOrder = (fields: object = {}) => ({
  id: 727,
  number: '727',
  status: 'processing',
  currency: 'EUR',
  date_created: '2026-11-22T11:00:00',
  date_created_gmt: '2026-11-22T10:00:00',
  total: '64.00',
  line_items: [
    {
      id: 315,
      name: 'Mug',
      product_id: 93,
      variation_id: 94,
      quantity: 2,
      subtotal: '40.00',
      total: '36.00',
      sku: 'MUG',
      meta_data: [{ id: 1, key: '_shoppable', value: TOKEN }],
    },
    {
      id: 316,
      name: 'Lamp',
      product_id: 22,
      variation_id: 0,
      quantity: 1,
      subtotal: '18.01',
      total: '18.01',
      sku: '',
      meta_data: [],
    },
  ],
  refunds: [],
  ...fields,
});

test('WooCommerce: paid orders, once, whatever is updated; refunds by the order’s own list', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  const send = (topic: string, body: unknown) => hook(server.url, 'woocommerce', topic, body, WOO_SECRET);
  const part = { id: 801, reason: '', total: '-10.00' };
  for (const answer of [
    await send('order.created', 'webhook_id=12'),
    await send('order.created', wooOrder({ id: 1, status: 'pending' })),
    await send('order.created', wooOrder()),
    await send('order.updated', wooOrder({ status: 'completed', refunds: [part] })),
    await send('order.updated', wooOrder({ status: 'completed', refunds: [part, { id: 802, total: '-64.00' }] })),
  ])
    assert.equal(answer.status, 200);
  const rows = await rowsAfterwards(server, dataDir, SALES);
  assert.deepEqual(
    rows.map(({ order_id, source, product_id, variant_id, quantity, minor, token_view }) => [
      order_id,
      source,
      product_id,
      variant_id,
      quantity,
      minor,
      token_view,
    ]),
    [
      ['727', 'woocommerce', '93', '94', 2, 3600, 'view-1'],
      ['727', 'woocommerce', '22', null, 1, 1801, null],
    ],
  );
  const again = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  assert.deepEqual(
    (await rowsAfterwards(again, dataDir, RETURNS)).map(({ refund_id, product_id, quantity, minor }) => [
      refund_id,
      product_id,
      quantity,
      minor,
    ]),
    [
      ['801', '93', 0, 667],
      ['801', '22', 0, 333],
      ['802', '93', 2, 3600],
      ['802', '22', 1, 1801],
    ],
  );
});

test('a signature that is forged, of another site or missing, and a body that was changed, are refused', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, undefined, { settings: SETTINGS });
  const { url } = server;
  for (const answer of [
    await hook(url, 'shopify', 'orders/create', shopifyOrder(), 'another secret'),
    await hook(url, 'shopify', 'orders/create', shopifyOrder(), WOO_SECRET),
    await hook(url, 'woocommerce', 'order.created', wooOrder(), SECRET),
    await fetch(`${url}/v1/webhooks/shopify`, { method: 'POST', body: '{}' }),
  ]) {
    assert.equal(answer.status, 401);
    assert.match(((await answer.json()) as { error: string }).error, /webhookSecret/);
  }
  assert.deepEqual(await rowsAfterwards(server, dataDir, SALES), []);
});

test('an order that cannot be read is answered with its place, and told to the owner', async (t) => {
  const warnings: string[] = [];
  const { url } = await serve(t, await makeDataDir(t), (line) => warnings.push(line), { settings: SETTINGS });
  const broken = shopifyOrder('EUR', ['a lot', '1']);
  const answer = await hook(url, 'shopify', 'orders/create', broken, SECRET);
  assert.equal(answer.status, 422);
  assert.equal(((await answer.json()) as { path: string }).path, 'orders[0].lines[0].minor');
  assert.equal(warnings.length, 1);
});

test('the shop’s own server is trusted before its platform', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, assert.fail, { settings: SETTINGS });
  await hook(server.url, 'woocommerce', 'order.created', wooOrder(), WOO_SECRET);
  await tell(server.url, 'orders', { site: 'south', ...makeOrder({ orderId: '727' }) });
  assert.deepEqual(
    (await rowsAfterwards(server, dataDir, SALES)).map((row) => row.source),
    ['server'],
  );
});
