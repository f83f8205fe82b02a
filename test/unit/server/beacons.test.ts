import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { Reply } from '../../../src/schema/beacon.js';
import { ask, BROWSER, countEvents, makeBatch, makeClick, makeDataDir, makeEvent, post, serve } from './fixture.js';

test('a batch is taken, answered 204 and counted', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const response = await post(url, makeBatch([makeEvent(), makeClick()]));
  assert.equal(response.status, 204);
  assert.equal(await response.text(), '');
  assert.equal(await countEvents(url), 2);
});

test('application/json is taken too, and bytes without a type', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  assert.equal((await post(url, makeBatch([makeEvent()]), { 'content-type': 'application/json' })).status, 204);
  const body = new Blob([JSON.stringify(makeBatch([makeEvent()]))]);
  const headers = { 'user-agent': BROWSER };
  assert.equal((await fetch(`${url}/v1/beacons`, { method: 'POST', body, headers })).status, 204);
  assert.equal(await countEvents(url), 2);
});

test('a partly bad batch: the reply names the bad, the rest is stored', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const bad = makeEvent({ seq: -1 });
  const response = await post(url, makeBatch([makeEvent(), bad, makeEvent(), null]));
  assert.equal(response.status, 200);
  const { rejected } = Reply.parse(await response.json());
  assert.deepEqual(
    rejected.map(({ eventId }) => eventId),
    [bad.eventId, ''],
  );
  assert.equal(await countEvents(url), 2);
});

for (const [what, body, headers, status] of [
  ['no JSON', '{', {}, 400],
  ['another schema', makeBatch([makeEvent()], { schema: 'other/1' }), {}, 400],
  ['too deep', '['.repeat(500_000) + ']'.repeat(500_000), {}, 400],
  ['too large', ' '.repeat(1024 * 1024 + 1), {}, 413],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
] as const) {
  test(`${what}: ${status}, without the reply's schema, and the next request is served`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t));
    const response = await post(url, body, headers);
    assert.equal(response.status, status);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const answer = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(answer), ['error', 'path']);
    assert.equal(await countEvents(url), 0);
  });
}

test('a body that announces no length is cut at the limit', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const part = new Uint8Array(64 * 1024).fill(32);
  async function* endless() {
    for (let sent = 0; sent < 64; sent += 1) yield part;
  }
  const init = { method: 'POST', body: endless(), duplex: 'half' } as unknown as RequestInit;
  const response = await fetch(`${url}/v1/beacons`, init);
  assert.equal(response.status, 413);
});

test('a body that breaks off takes nothing', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const body = JSON.stringify(makeBatch([makeEvent()]));
  const { hostname, port } = new URL(url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /v1/beacons HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, -9)}`,
      );
      socket.end();
    });
    socket.on('close', () => resolve()).resume();
  });
  assert.equal(await countEvents(url), 0);
});

test('another origin may post, without credentials, and read when to try again', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const preflight = await fetch(`${url}/v1/beacons`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
  assert.match(preflight.headers.get('access-control-allow-methods')!, /POST/);
  assert.match(preflight.headers.get('access-control-allow-headers')!, /content-type/i);
  assert.equal(preflight.headers.get('access-control-allow-credentials'), null);
  const response = await post(url, makeBatch([makeEvent()]), { origin: 'https://shop.example' });
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.match(response.headers.get('access-control-expose-headers')!, /retry-after/i);
});

test('bots are told by their user agent or by their own word, and counted apart', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const crawler = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
  await post(url, makeBatch([makeEvent({ viewerId: 'crawler' })]), { 'user-agent': crawler });
  await post(url, makeBatch([makeEvent({ viewerId: 'driven', automated: true })]));
  await post(url, makeBatch([makeEvent({ viewerId: 'ann' }), makeEvent({ viewerId: 'bob' })]));
  const { rows, botShare } = await ask(url, 'counts?by=type');
  assert.deepEqual(rows, [{ type: 'hotspot_exposure', n: 2, bots: 2, value: 2, low: null, high: null }]);
  assert.equal(botShare, 0.5);
});

test('no address, user agent or key that nobody expects gets to the disk', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir);
  await post(server.url, makeBatch([makeEvent({ email: 'ann@example.org' })]), { 'x-forwarded-for': '203.0.113.9' });
  assert.equal(await countEvents(server.url), 1);
  await server.close();
  for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
    for (const secret of ['ann@example.org', '203.0.113.9', '127.0.0.1', 'Firefox/153']) {
      assert.equal(text.includes(secret), false, `${entry.name} has ${secret}`);
    }
  }
});
