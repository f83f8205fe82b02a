import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBatch, makeDataDir, makeEvent, post, serve } from '../fixture.js';

const ALL = 'a'.repeat(32);
const NORTH = 'n'.repeat(32);
const BOTH = 'b'.repeat(32);
const settings = { sites: { north: { readKeys: [NORTH, BOTH] }, south: { readKeys: [BOTH] }, east: {} } };

/** As from elsewhere: a proxy on this machine says so. */
const ask = (url: string, path: string, key?: string) =>
  fetch(url + path, {
    headers: { 'x-forwarded-for': '203.0.113.9', ...(key && { authorization: `Bearer ${key}` }) },
  });

for (const [what, key, query, status] of [
  ['its own site', NORTH, '?site=north', 200],
  ['another site', NORTH, '?site=south', 403],
  ['no site, which is all of them', NORTH, '', 403],
  ['its own and another', NORTH, '?site=north&site=south', 403],
  ['another and its own', NORTH, '?site=south&site=north', 403],
  ['one of its two', BOTH, '?site=south', 200],
  ['the key of all', ALL, '', 200],
  ['no key', undefined, '?site=north', 401],
  ['a wrong key', 'w'.repeat(32), '?site=north', 401],
] as const) {
  test(`a read key: ${what}`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t), undefined, { settings, readKeys: [ALL] });
    for (const site of ['north', 'south']) await post(url, makeBatch([makeEvent()], { site }));
    const answer = await ask(url, `/v1/insights/counts${query}`, key);
    assert.equal(answer.status, status);
    if (status === 403) {
      const { error, path } = (await answer.json()) as { error: string; path: string };
      assert.match(error, /^This key reads north only\. Ask with site=north\.$/);
      assert.equal(path, 'site');
    }
  });
}

test('the counters of the whole server are not one site’s', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), undefined, { settings, readKeys: [ALL] });
  assert.equal((await ask(url, '/metrics?site=north', NORTH)).status, 401);
  assert.equal((await ask(url, '/metrics', ALL)).status, 200);
});
