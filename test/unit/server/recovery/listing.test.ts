import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { makeDataDir, serve } from '../fixture.js';
import { contact, KEY, leave, list, putIn, quick, send, startReceiver, until } from './shop.js';

test('by value or age, of a site, video or state, no more than asked for; and as OpenAPI says', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const { url } = await serve(t, await makeDataDir(t), assert.fail, {
    settings: quick({ webhook: { url: hook, key: KEY } }),
  });
  await send(url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(
    url,
    putIn('ann', { atMs: Date.now() - 3000, unitMinor: 1000 }),
    putIn('bob', { atMs: Date.now() - 2000, unitMinor: 3000, videoId: 'tea' }),
    putIn('cat', { atMs: Date.now() - 1000, unitMinor: 2000 }),
  );
  await until('a message', () => heard.length);
  const videos = async (query: string) => (await list(url, query)).intents.map(({ valueMinor }) => valueMinor);
  assert.deepEqual(await videos(''), [2000, 3000, 1000]);
  assert.deepEqual(await videos('?sort=value&limit=2'), [3000, 2000]);
  assert.deepEqual(await videos('?video=tea'), [3000]);
  assert.deepEqual(await videos('?state=no-contact&sort=value'), [3000, 2000]);
  assert.deepEqual(await videos('?site=moon'), []);
  const listing = await list(url, '?limit=1');
  assert.deepEqual([listing.total, listing.intents.length, listing.counts], [3, 1, { sent: 1, 'no-contact': 2 }]);

  const document = (await (await fetch(`${url}/openapi.json`)).json()) as never as {
    paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>;
  };
  const ajv = new Ajv2020({ strict: false });
  const check = ajv.compile(document.paths['/v1/recovery']!.get.responses[200]!.content['application/json']!.schema);
  assert.ok(check(await list(url)), ajv.errorsText(check.errors));
});

test('a question that cannot be answered says why', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), assert.fail);
  for (const [query, path] of [
    ['?limit=0', 'limit'],
    ['?limit=x', 'limit'],
    ['?state=lost', 'state'],
    ['?sort=name', 'sort'],
    ['?viewer=ann', 'viewer'],
    ['?site=a&site=b', 'site'],
  ]) {
    const response = await fetch(`${url}/v1/recovery${query}`);
    const told = (await response.json()) as { error: string; path: string };
    assert.deepEqual([response.status, told.path], [400, path], told.error);
  }
});

test('only readers see it, and those of a site its own alone', async (t) => {
  const [all, own] = ['a'.repeat(32), 'b'.repeat(32)];
  const settings = { sites: { shop: { readKeys: [own] }, other: {} } };
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { settings, readKeys: [all] });
  await leave(url, putIn('ann'));
  // as a proxy asks for somebody elsewhere
  const ask = async (query: string, key?: string) => {
    const headers: Record<string, string> = {
      'x-forwarded-for': '203.0.113.7',
      ...(key && { authorization: `Bearer ${key}` }),
    };
    return (await fetch(`${url}/v1/recovery${query}`, { headers })).status;
  };
  assert.deepEqual(
    [
      await ask(''),
      await ask('', all),
      await ask('?site=shop', own),
      await ask('', own),
      await ask('?site=other', own),
    ],
    [401, 200, 200, 403, 403],
  );
});
