import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { duckdb } from '../../../src/insights/dialects/duckdb.js';
import { insight, MOST_CELLS } from '../../../src/insights/insight.js';
import { METRICS } from '../../../src/insights/metrics/index.js';
import { wilson } from '../../../src/insights/statistics/wilson.js';
import { openJournal } from '../../../src/server/journal/journal.js';
import { EVENTS } from '../insights/worked-log.js';
import { ask, makeBatch, makeClick, makeDataDir, makeEvent, post, serve } from './fixture.js';

/** Ten viewers of the mug and what each did, small enough to count by hand. */
function history(): unknown[] {
  const view = (viewerId: string) => ({ viewerId, viewId: `view-${viewerId}`, sessionId: `session-${viewerId}` });
  // no finger clicks twice within 100 ms
  const earlier = { atMs: Date.now() - 1_000 };
  return [
    // clicked the hotspot, twice: still one viewer
    makeEvent({ ...view('ann'), seq: 0 }),
    makeClick({ ...view('ann'), ...earlier, seq: 1 }),
    makeClick({ ...view('ann'), seq: 2 }),
    // clicked in the list only, and the lamp, which he was never shown, too; seq 3 got lost
    makeEvent({ ...view('bob'), seq: 0 }),
    makeClick({ ...view('bob'), ...earlier, seq: 1, via: 'list', hotspotId: undefined }),
    makeClick({ ...view('bob'), seq: 2, via: 'list', hotspotId: undefined, productId: 'lamp' }),
    makeEvent({ ...view('bob'), seq: 4, productId: 'cup' }),
    // no pseudonym: a viewer by her session, over two views
    makeEvent({ ...view('cat'), viewerId: undefined, idScope: 'none', seq: 0 }),
    makeClick({ ...view('cat'), viewerId: undefined, idScope: 'none', viewId: 'view-cat-2', seq: 0 }),
    // only looked
    makeEvent({ ...view('dan'), seq: 0 }),
    // clicked a chip
    makeEvent({ ...view('eve'), seq: 0 }),
    makeClick({ ...view('eve'), seq: 1, via: 'chip', hotspotId: undefined }),
    // a bot
    makeEvent({ ...view('bot'), seq: 0, automated: true }),
    makeClick({ ...view('bot'), seq: 1, automated: true }),
    // another video
    makeEvent({ ...view('ann'), viewId: 'view-ann-tea', seq: 0, videoId: 'tea', productId: 'pot' }),
  ];
}

test('HCTR by product is what a hand counts', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  assert.equal((await post(url, makeBatch(history()))).status, 204);
  const answer = await ask(url, 'hctr?video=coffee&by=product');
  // of all products together the worked log of test/unit/insights speaks
  assert.deepEqual(
    answer.rows.map(({ shrunken: _, rank: __, ...row }) => row),
    [
      { product: 'mug', k: 2, n: 5, listClickers: 1, chipClickers: 1, value: 0.4, ...wilson(2, 5) },
      { product: 'cup', k: 0, n: 1, listClickers: 0, chipClickers: 0, value: 0, ...wilson(0, 1) },
      { product: 'lamp', k: 0, n: 0, listClickers: 1, chipClickers: 0, value: null, low: null, high: null },
    ],
  );
  assert.equal(answer.botShare, 1 / 6);
  // of the views' 3 + 5 + 1 + 1 + 1 + 2 events one is missing
  assert.ok(Math.abs(answer.lossShare! - 1 / 13) < 1e-12);
});

test('HCTR by video counts a viewer once, whatever the product', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(url, makeBatch(history()));
  const { rows } = await ask(url, 'hctr?by=video');
  assert.deepEqual(
    rows.map(({ video, k, n }) => [video, k, n]),
    [
      ['coffee', 2, 5],
      ['tea', 0, 1],
    ],
  );
});

test('the shape of the answer is the contract’s', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const answer = await ask(url, 'hctr?video=&product=&by=&from=&to=');
  const { definition, ...rest } = answer as unknown as Record<string, unknown>;
  assert.deepEqual(rest, {
    metric: 'hctr',
    unit: 'share',
    basis: 'viewers',
    rows: [],
    botShare: null,
    lossShare: null,
  });
  assert.match(String(definition), /\.$/);
});

test('one pseudonym on two sites is two viewers, and a site can be asked for', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  for (const site of ['north', 'south']) await post(url, makeBatch([makeEvent()], { site }));
  assert.equal((await ask(url, 'hctr')).rows[0]!.n, 2);
  assert.equal((await ask(url, 'hctr?site=north')).rows[0]!.n, 1);
});

test('rows with the same bound are in the order of their names', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(url, makeBatch(['b', 'a', 'é', 'B'].map((productId) => makeEvent({ productId }))));
  const { rows } = await ask(url, 'hctr');
  assert.deepEqual(
    rows.map(({ product }) => product),
    ['B', 'a', 'b', 'é'],
  );
});

test('days and times narrow the answer: `from` is within, and so is the whole of a day in `to`', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const now = Date.now();
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const DAY = 24 * 3_600_000;
  await post(url, makeBatch([makeEvent({ atMs: now - 2 * DAY }), makeEvent({ atMs: now })], { sentAtMs: now }));
  const count = async (query: string) => (await ask(url, `counts?${query}`)).rows[0]?.n ?? 0;
  assert.equal(await count(`from=${day(now - 2 * DAY)}`), 2);
  assert.equal(await count(`to=${day(now - 2 * DAY)}`), 1);
  assert.equal(await count(`from=${day(now - DAY)}&to=${day(now + DAY)}`), 1);
  assert.equal(await count(`from=${new Date(now + DAY).toISOString()}`), 0);
});

test('a selection that cuts a view does not count the rest of it as lost', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(url, makeBatch([0, 1, 2, 3].map((seq) => makeEvent({ seq, productId: seq < 3 ? 'mug' : 'cup' }))));
  assert.equal((await ask(url, 'hctr?product=cup')).lossShare, 0);
});

test('what the journal has is answered as of when it happened, in days of any zone', async (t) => {
  const dataDir = await makeDataDir(t);
  const journal = await openJournal(join(dataDir, 'journal'), { warn: assert.fail });
  await journal.append(EVENTS);
  await journal.close();
  const { url } = await serve(t, dataDir);
  const of = async (query: string) => (await ask(url, query)).rows.map(({ day, k, n }) => [day, k, n]);
  // as in test/unit/insights/worked-log.test.ts
  assert.deepEqual(await of('hctr?by=day&tz=Europe/Berlin'), [
    ['2026-03-28', 3, 4],
    ['2026-03-29', 0, 1],
  ]);
  assert.deepEqual(await of('hctr?by=day&tz=Europe/Berlin&from=2026-03-29&to=2026-03-29'), [['2026-03-29', 0, 1]]);
  assert.deepEqual(
    (await ask(url, 'retention?video=coffee')).rows.map(({ k, n, plays }) => [k, n, plays]),
    [
      [4, 4, 5],
      [3, 4, 4],
      [3, 4, 3],
      [2, 4, 2],
      [2, 4, 2],
      [2, 4, 2],
    ],
  );
  for (const { name, by, needs } of METRICS.values()) {
    for (const dimension of Object.keys(by)) {
      const response = await fetch(`${url}/v1/insights/${name}?by=${dimension}${needs ? '&video=coffee' : ''}`);
      assert.equal(response.status, 200, `${name} by ${dimension}`);
    }
  }
});

test('an answer is CSV when that is asked for', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(url, makeBatch([makeEvent({ productId: '=HYPERLINK("http://evil.example")' })]));
  const response = await fetch(`${url}/v1/insights/counts?by=product&format=csv`);
  assert.match(response.headers.get('content-type')!, /^text\/csv/);
  assert.match(response.headers.get('content-disposition')!, /filename="counts.csv"/);
  assert.equal(
    await response.text(),
    'product,n,bots,value,low,high,botShare,lossShare\r\n"\'=HYPERLINK(""http://evil.example"")",1,0,1,,,0,0\r\n',
  );
});

test('the metrics are listed with what each can be asked with', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const { metrics } = (await (await fetch(`${url}/v1/insights`)).json()) as { metrics: Record<string, unknown>[] };
  const retention = metrics.find(({ name }) => name === 'retention')!;
  assert.deepEqual([retention.dimensions, retention.needs, retention.options], [['second'], ['video'], {}]);
  assert.ok(metrics.every(({ unit, definition }) => unit && /\.$/.test(String(definition))));
});

test('an answer that is too long is refused with the cure', async () => {
  const metric = { ...METRICS.get('counts')!, sql: { events: () => 'SELECT 1 AS n' } };
  const question = { by: 'type', selection: {}, zone: 'UTC', options: {}, nowMs: 0 };
  const asks = new RegExp(`SELECT 1 AS n.* LIMIT ${MOST_CELLS + 1}$`, 's');
  // beside it, bots and losses are asked for
  const query = async (sql: string) => (asks.test(sql) ? Array.from({ length: MOST_CELLS + 1 }, () => ({})) : []);
  await assert.rejects(insight(metric, question, { query, dialect: duckdb }), /Narrow it by `from`/);
});

test('whoever may not read does not see what there is either', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), undefined, { readKeys: ['secret'] });
  const from = (authorization: string) =>
    fetch(`${url}/v1/insights`, { headers: { 'x-forwarded-for': '203.0.113.9', authorization } });
  assert.equal((await from('Bearer wrong')).status, 401);
  assert.equal((await from('Bearer secret')).status, 200);
});

for (const [query, path, says] of [
  ['hctr?by=moon', 'by', /`product`, `video`/],
  ['counts?by=moon', 'by', /`type`/],
  ['hctr?from=yesterday', 'from', /2026-11-22/],
  ['hctr?to=2026-02-30', 'to', /2026-11-22/],
  ['hctr?to=2026-02-30T00:00:00Z', 'to', /2026-11-22/],
  ['hctr?from=2026-11-22T10:00', 'from', /2026-11-22/],
  ['hctr?from=2026-11-22&to=2026-11-21', 'from', /before/],
  ['hctr?vidoe=coffee', 'vidoe', /`video`/],
  ['hctr?tz=Mars/Olympus', 'tz', /IANA/],
  ['hctr?format=xml', 'format', /`csv`/],
  ['retention', 'video', /Name it/],
  ['demand?within=999', 'within', /7 to 365/],
] as const) {
  test(`${query} is refused by the parameter's name`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t));
    const response = await fetch(`${url}/v1/insights/${query}`);
    assert.equal(response.status, 400);
    const answer = (await response.json()) as { error: string; path: string };
    assert.equal(answer.path, path);
    assert.match(answer.error, says);
  });
}

test('a metric that is none is 404, with those that are', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const response = await fetch(`${url}/v1/insights/__proto__`);
  assert.equal(response.status, 404);
  assert.match(((await response.json()) as { error: string }).error, /`counts`, `hctr`/);
});

test('the videos that insights can be asked about are listed, with the catalogue’s titles', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  assert.equal((await post(url, makeBatch(history()))).status, 204);
  const site = makeBatch([]).site;
  const told = { site, videos: [{ videoId: 'coffee', title: 'The coffee corner' }] };
  assert.equal((await fetch(`${url}/v1/catalog`, { method: 'POST', body: JSON.stringify(told) })).status, 200);
  const list = async (query: string) =>
    ((await (await fetch(`${url}/v1/videos${query}`)).json()) as { videos: Record<string, unknown>[] }).videos;
  const found = await list('');
  assert.deepEqual(
    found.map(({ video, title }) => [video, title]),
    [
      ['coffee', 'The coffee corner'],
      ['tea', null],
    ],
  );
  assert.ok(found.every(({ site: of, firstMs, lastMs }) => of === site && Number(firstMs) <= Number(lastMs)));
  assert.deepEqual(await list('?site=elsewhere'), []);
});
