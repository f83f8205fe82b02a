import * as assert from '../../support/assert.js';
import { until } from '../../support/page.js';
import { endpoint, forgetAll, ids, openTab, stored, views } from './tabs.js';

afterEach(forgetAll);

it('posts plain text, without a preflight, a cookie or an encoding', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(2);
  await tab.player.flush();
  const came = await receiver.came();
  assert.ok(came.length > 0);
  for (const { type, cookie, encoding, preflight } of came)
    assert.deepEqual(
      [type?.toLowerCase(), cookie, encoding, preflight],
      ['text/plain;charset=utf-8', undefined, undefined, undefined],
    );
});

it('compresses once the endpoint has said that it takes it, and stops when it is refused', async () => {
  const receiver = await endpoint();
  await receiver.answer(
    { status: 415, packed: true, times: 1 },
    { status: 204, headers: { 'Accept-Encoding': 'gzip, deflate' }, times: 100 },
  );
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(10);
  await tab.player.flush();
  tab.happen(10);
  await tab.player.flush();
  tab.happen(10);
  await tab.player.flush();
  const came = (await receiver.came()).filter(({ events }) => events.length >= 10);
  assert.deepEqual(
    came.map(({ gzip, status }) => [gzip, status]),
    [
      [false, 204],
      [true, 415],
      [false, 204],
      [false, 204],
    ],
  );
  assert.ok(came[1]!.bytes < came[2]!.bytes / 3, 'it pays');
  assert.ok(came.every(({ encoding, preflight, type }) => !encoding && !preflight && type.startsWith('text/plain')));
  assert.equal(new Set(ids(views(await receiver.taken()))).size, 30);
});

it('goes on compressing where it is taken', async () => {
  const receiver = await endpoint();
  await receiver.answer({ status: 204, headers: { 'Accept-Encoding': 'gzip' }, times: 100 });
  const tab = await openTab({ beacon: receiver.url });
  for (let round = 0; round < 3; round += 1) {
    tab.happen(20);
    await tab.player.flush();
  }
  const large = (await receiver.came()).filter(({ events }) => events.length >= 20);
  assert.deepEqual(
    large.map(({ gzip }) => gzip),
    [false, true, true],
  );
  assert.equal(views(await receiver.taken()).length, 60);
});

it('429 with Retry-After: nothing before it is over, then all', async () => {
  const receiver = await endpoint();
  await receiver.answer({ status: 429, headers: { 'Retry-After': '3' }, times: 1 });
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(40);
  await tab.player.flush();
  const from = performance.now();
  await tab.player.flush();
  assert.equal((await receiver.came()).length, 1);
  await until(async () => views(await receiver.taken()).length === 40, 'all forty');
  assert.ok(performance.now() - from > 2_500, 'after the time it asked for');
});

it('413: smaller batches until they fit', async () => {
  const receiver = await endpoint();
  await receiver.answer({ status: 413, over: 8, times: 100 });
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(60);
  await tab.player.flush();
  assert.equal(views(await receiver.taken()).length, 60);
  assert.equal((await stored()).length, 0);
});

it('400 for one bad event: it is found, set aside and reported; all others arrive once', async () => {
  const receiver = await endpoint();
  await receiver.answer({ status: 400, product: 'bad', times: 100 });
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(20);
  tab.happen(1, 'bad');
  tab.happen(20);
  await tab.player.flush();
  await tab.player.flush();
  const taken = await receiver.taken();
  assert.equal(views(taken).length, 40);
  assert.equal(new Set(ids(taken)).size, taken.length, 'each once');
  const reports = taken.filter(({ type }) => type === 'loss_report') as unknown as { reason: string; lost: object }[];
  assert.deepEqual(
    reports.map(({ reason, lost }) => [reason, lost]),
    [['refused', { product_view: 1 }]],
  );
  assert.equal((await stored()).length, 0);
});

for (const status of [401, 403])
  it(`${status}: one request, one line; the events wait for the next page`, async () => {
    const receiver = await endpoint();
    await receiver.answer({ status, times: 1 });
    const tab = await openTab({ beacon: receiver.url });
    tab.happen(5);
    await tab.player.flush();
    tab.happen(5);
    await tab.player.flush();
    assert.equal((await receiver.came()).length, 1);
    assert.equal(tab.window.warnings.filter((line) => line.includes('write key')).length, 1);
    tab.close(true);
    const next = await openTab({ beacon: receiver.url });
    await next.player.flush();
    await until(async () => views(await receiver.taken()).length === 10, 'all ten');
  });

it('an answer of a captive portal, a connection that breaks and a 500: the same events again until they are taken', async () => {
  const receiver = await endpoint();
  await receiver.answer(
    { status: 200, body: '<h1>Welcome to the hotel</h1>', times: 1 },
    { status: 0, times: 1 },
    { status: 500, times: 1 },
  );
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(5);
  await until(async () => views(await receiver.taken()).length === 5, 'all five', 20_000);
  const came = (await receiver.came()).filter(({ events }) => views(events).length);
  assert.ok(came.length >= 4);
  assert.equal(new Set(came.flatMap(({ events }) => ids(views(events)))).size, 5, 'the same ids');
});

it('each endpoint has a queue of its own: a dead one holds nothing up', async () => {
  const [dead, alive] = [await endpoint(), await endpoint()];
  await dead.answer({ status: 503, times: 100 });
  const tab = await openTab({ beacon: `${dead.url} ${alive.url}` });
  tab.happen(5);
  await tab.player.flush();
  assert.equal(views(await alive.taken()).length, 5);
  assert.ok((await stored()).length >= 5);
  await dead.answer();
  await until(async () => views(await dead.taken()).length === 5, 'the other five', 15_000);
});
