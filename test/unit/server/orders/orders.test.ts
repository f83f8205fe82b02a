import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { attributionToken } from '../../../../src/beacon/attribution-token.js';
import { uuidv7 } from '../../../../src/shared/ids.js';
import { makeBatch, makeClick, makeDataDir, metric, post, serve } from '../fixture.js';
import { makeOrder, makeRefund, rowsAfterwards, tell } from './shop.js';

const KEY = 'k'.repeat(32);
const SALES =
  'SELECT order_id, source, currency, line, quantity, minor, token_view FROM sales ORDER BY site, order_id, line';

const taken = async (answer: Response) => [answer.status, await answer.json()];

const makeToken = (viewId = 'view-1') =>
  attributionToken({ videoId: 'coffee', viewId, hotspotId: 'h1', positionMs: 3500, atMs: Date.now() });

const makePurchase = (fields: object = {}) => ({
  eventId: uuidv7(),
  type: 'purchase',
  atMs: Date.now(),
  idScope: 'persistent',
  viewerId: 'ann',
  sessionId: 'session-1',
  orderId: '1001',
  currency: 'EUR',
  lines: [{ productId: 'mug', quantity: 2, minor: 3800 }],
  ...fields,
});

test('an order, a list of them, and the same again: each counts once, before its click too', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  const { url } = server;
  const lines = [{ productId: 'mug', quantity: 2, minor: 3800, token: makeToken() }];
  assert.deepEqual(await taken(await tell(url, 'orders', { site: 'shop', ...makeOrder({ lines }) })), [
    200,
    { taken: 1, rejected: [] },
  ]);
  const again = [
    makeOrder({ lines: [{ productId: 'mug', quantity: 9, minor: 1 }] }),
    makeOrder({ orderId: '1002', currency: 'JPY' }),
  ];
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await tell(url, 'orders', { site: 'shop', orders: again })).status, 200);
  assert.equal((await post(url, makeBatch([makeClick()]))).status, 204);
  assert.equal(await metric(url, 'shoppable_shop_records_taken_total'), 3);
  assert.deepEqual(await rowsAfterwards(server, dataDir, SALES), [
    { order_id: '1001', source: 'server', currency: 'EUR', line: 0, quantity: 2, minor: 3800, token_view: 'view-1' },
    { order_id: '1002', source: 'server', currency: 'JPY', line: 0, quantity: 2, minor: 3800, token_view: null },
  ]);
});

test('each of a list is judged by itself, with its place and the cure', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const bad = (line: object) => makeOrder({ lines: [{ productId: 'mug', quantity: 1, minor: 1, ...line }] });
  const orders = [
    bad({ quantity: -1 }),
    makeOrder(),
    bad({ minor: 1.5 }),
    makeOrder({ placedAt: 'yesterday' }),
    7,
    { ...makeOrder(), total: 1 },
  ];
  const answer = (await (await tell(url, 'orders', { site: 'shop', orders })).json()) as {
    taken: number;
    rejected: { error: string; path: string }[];
  };
  assert.equal(answer.taken, 1);
  assert.deepEqual(
    answer.rejected.map(({ path }) => path),
    ['orders[0].lines[0].quantity', 'orders[2].lines[0].minor', 'orders[3].placedAt', 'orders[4]', 'orders[5].total'],
  );
  assert.match(answer.rejected[0]!.error, /^orders\[0\]\.lines\[0\]\.quantity must be at least 1, is -1\.$/);
  assert.match(answer.rejected[2]!.error, /must be a time such as/);
});

for (const [what, body, says, path] of [
  ['no JSON', '{', /not JSON/, ''],
  ['a list', '[]', /must be an object/, ''],
  ['no site', makeOrder(), /site is missing/, 'site'],
  [
    'keys with the names of our own answers',
    { error: 'x', path: 'y', site: 'shop', ...makeOrder() },
    /^error is not a known key\.$/,
    'error',
  ],
  ['orders that are none', { site: 'shop', orders: 1 }, /must be a list/, 'orders'],
  [
    'a currency in small letters',
    { site: 'shop', ...makeOrder({ currency: 'eur' }) },
    /^currency must be an ISO 4217/,
    'currency',
  ],
  [
    'Unix seconds, which would be of 1970',
    { site: 'shop', ...makeOrder({ placedAt: 1763805600 }) },
    /^placedAt must be a time such as .* or Unix milliseconds, from 2000 to 2099, is 1763805600\.$/,
    'placedAt',
  ],
  [
    'a year that is a slip of the pen',
    { site: 'shop', ...makeOrder({ placedAt: '2126-11-22T10:00:00Z' }) },
    /from 2000 to 2099, is "2126-11-22T10:00:00Z"\.$/,
    'placedAt',
  ],
  [
    'a line with a key that nobody knows',
    { site: 'shop', ...makeOrder({ lines: [{ productId: 'mug', variant_id: 'tide', quantity: 1, minor: 1900 }] }) },
    /^lines\[0\]\.variant_id is not a known key\.$/,
    'lines[0].variant_id',
  ],
  ['no lines', { site: 'shop', ...makeOrder({ lines: [] }) }, /^lines must be at least 1 entries/, 'lines'],
] as const) {
  test(`a body that cannot be taken: ${what}`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t));
    const answer = await tell(url, 'orders', body);
    const said = (await answer.json()) as { error: string; path: string };
    assert.equal(answer.status, 400);
    assert.match(said.error, says);
    assert.equal(said.path, path);
  });
}

test('a site that is not known is refused', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), undefined, { settings: { sites: { shop: {} } } });
  assert.equal((await tell(url, 'orders', { site: 'other', ...makeOrder() })).status, 403);
  assert.equal((await tell(url, 'orders', { site: 'shop', ...makeOrder() })).status, 200);
});

test('with keys: unsigned, forged and stale requests are refused and leave nothing', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, undefined, { serverKeys: [KEY] });
  const body = { site: 'shop', ...makeOrder() };
  const nowS = Math.floor(Date.now() / 1000);
  for (const options of [
    {},
    { key: 'x'.repeat(32) },
    { key: KEY, timeS: nowS - 301 },
    { key: KEY, timeS: nowS + 330 },
  ]) {
    for (const what of ['orders', 'refunds', 'catalog'] as const) {
      assert.equal((await tell(server.url, what, body, options)).status, 401);
    }
  }
  assert.equal((await tell(server.url, 'orders', body, { key: KEY, timeS: nowS - 290 })).status, 200);
  assert.equal((await rowsAfterwards(server, dataDir, 'SELECT * FROM order_lines')).length, 1);
});

test('a token that is forged or none of ours leaves its line without, and costs nothing else', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  const tokens = ['sv1.a', 'x', 7, null, { a: 1 }, 'sv1.'.repeat(200), makeToken()];
  const lines = tokens.map((token) => ({ productId: 'mug', quantity: 1, minor: 100, token }));
  assert.equal((await tell(server.url, 'orders', { site: 'shop', ...makeOrder({ lines }) })).status, 200);
  const rows = await rowsAfterwards(server, dataDir, 'SELECT token_video, token_hotspot FROM sales ORDER BY line');
  assert.deepEqual(
    rows.map((row) => row.token_video),
    [null, null, null, null, null, null, 'coffee'],
  );
  const [journal] = await readdir(join(dataDir, 'journal'));
  assert.equal((await readFile(join(dataDir, 'journal', journal!), 'utf8')).includes('sv1'), false, 'it is not kept');
});

test('a refund before its order, twice, larger than it, and in another currency', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  const { url } = server;
  const refund = async (fields: object = {}) =>
    (await (await tell(url, 'refunds', { site: 'shop', ...makeRefund(fields) })).json()) as { warnings: string[] };
  assert.deepEqual(await refund(), { taken: 1, rejected: [], warnings: [] });
  await tell(url, 'orders', { site: 'shop', ...makeOrder() });
  assert.deepEqual((await refund()).warnings, []);
  const more = await refund({ refundId: 'r2', lines: [{ productId: 'mug', quantity: 5, minor: 9900 }] });
  assert.match(more.warnings[0]!, /come to 11800, more than its 3800 EUR/);
  assert.match(
    (await refund({ refundId: 'r3', currency: 'USD' })).warnings[0]!,
    /in USD of the order "1001", which is in EUR/,
  );
  const rows = await rowsAfterwards(server, dataDir, 'SELECT refund_id, minor FROM returns ORDER BY refund_id');
  assert.deepEqual(rows, [
    { refund_id: 'r1', minor: 1900 },
    { refund_id: 'r2', minor: 9900 },
    { refund_id: 'r3', minor: 1900 },
  ]);
});

test('a refund of what its order did not sell is told, beside others of the same order', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await tell(url, 'orders', { site: 'shop', ...makeOrder() });
  const wrong = makeRefund({ lines: [{ productId: 'mugg', quantity: 1, minor: 10 }] });
  const answer = await tell(url, 'refunds', { site: 'shop', refunds: [wrong, makeRefund({ refundId: 'r2' })] });
  assert.deepEqual(((await answer.json()) as { warnings: string[] }).warnings, [
    'A refund of "mugg", which the order "1001" did not sell: it is stored, and counts for nothing. It sold "mug".',
  ]);
});

test('a site whose figures are made up says so, and its readers are told', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const told = async (query = '') => {
    const listing = (await (await fetch(`${url}/v1/insights${query}`)).json()) as { simulated: string[] };
    return listing.simulated;
  };
  assert.deepEqual(await told(), []);
  for (const [site, simulated] of Object.entries({ shop: false, toys: true, books: true })) {
    const answer = await tell(url, 'catalog', { site, simulated });
    assert.deepEqual(await answer.json(), { taken: 1, rejected: [] });
  }
  assert.deepEqual(await told(), ['books', 'toys']);
  assert.deepEqual(await told('?site=toys'), ['toys']);
  assert.deepEqual(await told('?site=shop'), []);
  await tell(url, 'catalog', { site: 'toys', simulated: false });
  assert.deepEqual(await told(), ['books'], 'the latest counts');
  const wrong = await tell(url, 'catalog', { site: 'toys', simulated: 'yes' });
  assert.deepEqual(
    [wrong.status, await wrong.json()],
    [400, { error: 'simulated must be true or false.', path: 'simulated' }],
  );
});

test('the catalogue: entries are judged by themselves, the latest counts', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  const answer = await tell(server.url, 'catalog', {
    site: 'shop',
    products: [
      { productId: 'mug', category: 'kitchen', margin: 0.4 },
      { productId: 'lamp', margin: 40 },
    ],
    inventory: [
      { productId: 'mug', day: '2026-11-22', stock: 12 },
      { productId: 'mug', day: '22.11.', stock: 1 },
    ],
    videos: [
      { videoId: 'coffee', title: 'Coffee', costMinor: 250_000, currency: 'EUR' },
      { videoId: 'x', costMinor: 1 },
    ],
    segments: [
      { videoId: 'coffee', segment: 'intro', label: 'Intro', fromMs: 0, toMs: 4000, host: 'Eva' },
      { videoId: 'coffee', segment: 'end', fromMs: 5, toMs: 5 },
    ],
    experiments: [
      {
        id: 'host',
        holdout: 0.2,
        arms: [
          { id: 'ada', weight: 1, patch: {} },
          { id: 'bo', weight: 3 },
        ],
      },
      { id: 'none', arms: [{ id: 'ada', weight: 0 }] },
      {
        id: 'twice',
        arms: [
          { id: 'ada', weight: 1 },
          { id: 'ada', weight: 1 },
        ],
      },
    ],
  });
  const { taken: count, rejected } = (await answer.json()) as { taken: number; rejected: { path: string }[] };
  assert.deepEqual(
    [answer.status, count, rejected.map(({ path }) => path)],
    [
      200,
      5,
      [
        'products[1].margin',
        'inventory[1].day',
        'videos[1]',
        'segments[1].toMs',
        'experiments[1].arms',
        'experiments[2].arms',
      ],
    ],
  );
  assert.equal((await tell(server.url, 'catalog', { site: 'shop', prices: [] })).status, 400);
  assert.deepEqual(await rowsAfterwards(server, dataDir, 'SELECT product_id, category, margin FROM product_facts'), [
    { product_id: 'mug', category: 'kitchen', margin: 0.4 },
  ]);
  assert.deepEqual(
    await rowsAfterwards(
      await serve(t, dataDir),
      dataDir,
      'SELECT arm, place, round(share, 3) AS share FROM arm_facts ORDER BY place',
    ),
    [
      { arm: 'ada', place: 0, share: 0.2 },
      { arm: 'bo', place: 1, share: 0.6 },
      { arm: 'holdout', place: 2, share: 0.2 },
    ],
  );
});

test('a thank-you page that is loaded again counts once, and the shop’s word after or before it wins', async (t) => {
  for (const first of ['page', 'shop']) {
    const dataDir = await makeDataDir(t);
    const server = await serve(t, dataDir);
    const tellShop = () =>
      tell(server.url, 'orders', {
        site: 'shop',
        ...makeOrder({ lines: [{ productId: 'mug', quantity: 1, minor: 1900 }] }),
      });
    if (first === 'shop') await tellShop();
    for (let n = 0; n < 2; n += 1) assert.equal((await post(server.url, makeBatch([makePurchase()]))).status, 204);
    if (first === 'page') await tellShop();
    assert.deepEqual(await rowsAfterwards(server, dataDir, 'SELECT source, minor FROM sales'), [
      { source: 'server', minor: 1900 },
    ]);
  }
});

test('where the shop names no viewer, the page says who it was; never in place of the shop’s', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  const lines = [1900, 700].map((minor) => ({ productId: 'mug', quantity: 1, minor }));
  await tell(server.url, 'orders', { site: 'shop', ...makeOrder({ lines }) });
  await tell(server.url, 'orders', { site: 'shop', ...makeOrder({ orderId: '1002', viewerId: 'bob' }) });
  await post(server.url, makeBatch([makePurchase(), makePurchase({ orderId: '1002' })]));
  await post(server.url, makeBatch([makePurchase({ viewerId: 'zoe' })]));
  assert.deepEqual(
    await rowsAfterwards(server, dataDir, 'SELECT order_id, source, minor, viewer FROM sales ORDER BY order_id, line'),
    [
      { order_id: '1001', source: 'server', minor: 1900, viewer: 'v:ann' },
      { order_id: '1001', source: 'server', minor: 700, viewer: 'v:ann' },
      { order_id: '1002', source: 'server', minor: 3800, viewer: 'v:bob' },
    ],
  );
});

test('of a page alone: once, with who it was; none of a program', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  await post(server.url, makeBatch([makePurchase(), makePurchase()]));
  await post(server.url, makeBatch([makePurchase({ orderId: 'bot' })]), { 'user-agent': 'Googlebot/2.1' });
  assert.deepEqual(await rowsAfterwards(server, dataDir, 'SELECT order_id, source, viewer FROM sales'), [
    { order_id: '1001', source: 'page', viewer: 'v:ann' },
  ]);
});

test('a rebuild gives the same rows; who is erased is in none of them, nor in the journal', async (t) => {
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir);
  const { url } = first;
  const lines = [{ productId: 'mug', quantity: 2, minor: 3800, token: makeToken('v-ann') }];
  await post(
    url,
    makeBatch([
      makeClick({ viewerId: 'ann-id', viewId: 'v-ann' }),
      makePurchase({ viewerId: 'ann-id', orderId: 'page', lines }),
    ]),
  );
  await tell(url, 'orders', { site: 'shop', ...makeOrder({ viewerId: 'ann-id' }) });
  await tell(url, 'orders', { site: 'shop', ...makeOrder({ orderId: 'guest', lines }) });
  await tell(url, 'refunds', { site: 'shop', ...makeRefund() });
  const erased = await fetch(`${url}/v1/erase`, { method: 'POST', body: '{ "viewerId": "ann-id" }' });
  assert.equal(erased.status, 200);
  await tell(url, 'orders', { site: 'shop', ...makeOrder({ orderId: 'late', viewerId: 'ann-id', lines }) });
  const ALL = 'SELECT * FROM order_lines ORDER BY order_id';
  const rows = await rowsAfterwards(first, dataDir, ALL);
  assert.deepEqual(
    rows.map((row) => [row.order_id, row.viewer, row.token_view, row.token_video]),
    [
      ['1001', null, null, null],
      ['guest', null, null, 'coffee'],
      ['late', null, null, 'coffee'],
    ],
  );
  const journal = async () =>
    (
      await Promise.all(
        (await readdir(join(dataDir, 'journal'))).map((name) => readFile(join(dataDir, 'journal', name), 'utf8')),
      )
    ).join('');
  assert.deepEqual(
    (await journal()).split('\n').filter((line) => /ann-id|v-ann/.test(line) && !line.includes('"erase"')),
    [],
  );
  const second = await serve(t, dataDir, assert.fail, { rebuild: true });
  assert.deepEqual(await rowsAfterwards(second, dataDir, ALL), rows);
});
