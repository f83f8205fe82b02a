import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { BROWSER, countEvents, makeBatch, makeDataDir, makeEvent, post, serve } from './fixture.js';

test('a packed body is taken, told by its header or, as a page’s end sends it, by its first bytes', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  for (const headers of [{ 'content-encoding': 'gzip' }, { 'content-encoding': 'x-gzip' }, {}] as Record<
    string,
    string
  >[]) {
    const body = new Uint8Array(gzipSync(JSON.stringify(makeBatch([makeEvent(), makeEvent()]))));
    const init = { method: 'POST', body, headers: { 'content-type': 'text/plain', 'user-agent': BROWSER, ...headers } };
    assert.equal((await fetch(`${url}/v1/beacons`, init)).status, 204);
  }
  assert.equal(await countEvents(url), 6);
});

test('every answer tells that gzip is taken, and a page of another origin may read it', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const headers = { origin: 'https://shop.example' };
  for (const body of [makeBatch([makeEvent()]), makeBatch([makeEvent(), null]), '{']) {
    const response = await post(url, body, headers);
    assert.equal(response.headers.get('accept-encoding'), 'gzip');
    assert.match(response.headers.get('access-control-expose-headers')!, /accept-encoding/i);
  }
});
