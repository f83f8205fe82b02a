import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countEvents, makeBatch, makeDataDir, makeEvent, metric, post, serve } from '../fixture.js';

const quiet = () => {};
const SITES = {
  shop: { writeKeys: ['wk_1', 'wk_2'], origins: ['https://shop.example'] },
  open: {},
  slow: { rate: { perSecond: 1, burst: 2 } },
};

for (const [what, fields, headers, status, path, says] of [
  ['the right key from the right page', { writeKey: 'wk_2' }, { origin: 'https://shop.example' }, 204, '', /^$/],
  ['the right key from a program', { writeKey: 'wk_1' }, {}, 204, '', /^$/],
  ['no key', {}, {}, 401, 'writeKey', /write key/],
  ['a wrong key', { writeKey: 'wk_3' }, {}, 403, 'writeKey', /none of the site "shop"/],
  [
    'another page',
    { writeKey: 'wk_1' },
    { origin: 'https://evil.example' },
    403,
    '',
    /https:\/\/evil\.example may not/,
  ],
  ['a site without a key', { site: 'open' }, { origin: 'https://anywhere.example' }, 204, '', /^$/],
  ['a site that is not there', { site: 'other' }, {}, 403, 'site', /"other" is not known/],
] as const) {
  test(`${what}: ${status}, readable by the page`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t), quiet, { settings: { sites: SITES } });
    const response = await post(url, makeBatch([makeEvent()], fields), headers);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const text = await response.text();
    const answer = text ? JSON.parse(text) : { error: '', path: '' };
    assert.equal(answer.path, path);
    assert.match(answer.error, says);
    assert.equal(await countEvents(url), status === 204 ? 1 : 0);
  });
}

test('a site that sends too fast is told when to come back, others are not', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), quiet, { settings: { sites: SITES } });
  const send = async (site: string) => post(url, makeBatch([makeEvent()], { site }));
  const answers = [await send('slow'), await send('slow'), await send('slow'), await send('open')];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [204, 204, 429, 204],
  );
  assert.equal(answers[2]!.headers.get('retry-after'), '1');
  assert.match(((await answers[2]!.json()) as { error: string }).error, /1 batches a second/);
  assert.equal(await metric(url, 'shoppable_batches_refused_total{reason="site-rate"}'), 1);
});

test('an address behind one’s proxy that sends too fast is told so before its body is read', async (t) => {
  const settings = { proxies: 1, rate: { address: { perSecond: 1, burst: 1 } } };
  const { url } = await serve(t, await makeDataDir(t), quiet, { settings });
  const send = (address: string) => post(url, makeBatch([makeEvent()]), { 'x-forwarded-for': `8.8.8.8, ${address}` });
  assert.equal((await send('1.2.3.4')).status, 204);
  const second = await send('1.2.3.4');
  assert.equal(second.status, 429);
  assert.equal(second.headers.get('retry-after'), '1');
  assert.equal((await send('1.2.3.5')).status, 204);
});

test('when more waits than may, 503 with a time, and all that were acknowledged are there', async (t) => {
  const settings = { limits: { waitingBytes: 20_000 } };
  const { url } = await serve(t, await makeDataDir(t), quiet, { settings });
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => post(url, makeBatch(Array.from({ length: 20 }, () => makeEvent())))),
  );
  const away = answers.filter(({ status }) => status === 503);
  assert.ok(away.length, 'somebody had to wait');
  for (const answer of away) assert.match(answer.headers.get('retry-after')!, /^[1-9]\d?$/);
  assert.equal(await countEvents(url), (60 - away.length) * 20);
  assert.equal((await post(url, makeBatch([makeEvent()]))).status, 204, 'the queue is empty again');
});
