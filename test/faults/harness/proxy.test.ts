/** The proxy does to a request what it says, for each kind: what the sender sees, and what the collector got. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import * as inject from '../lab/injections.mjs';
import { first, startProxy } from '../lab/proxy.mjs';

const BODY = JSON.stringify({
  events: [{ eventId: 'e1', type: 'product_view', productId: 'p1' }],
  pad: 'x'.repeat(200),
});

let upstream: Server;
let url: string;
let got: { body: Buffer; whole: boolean; encoding: string | undefined }[] = [];

before(async () => {
  upstream = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    let whole = true;
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      whole = false;
    }
    got.push({ body: Buffer.concat(chunks), whole, encoding: request.headers['content-encoding'] });
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
});
after(() => {
  upstream.closeAllConnections();
  upstream.close();
});

type Injection = { name: string };
interface Seen {
  /** Missing when the connection broke. */
  response?: Response;
  text?: string;
}

async function through(injection: Injection, withinMs = 5_000, body = BODY) {
  got = [];
  const proxy = await startProxy(url, first(1, injection));
  const seen: Seen = {};
  try {
    seen.response = await fetch(`${proxy.url}/v1/beacons`, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    seen.text = await seen.response.text();
  } catch {}
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { taken, acknowledged } = proxy;
  await proxy.close();
  return { ...seen, got, taken: taken.has('p1'), acknowledged: acknowledged.has('p1') };
}

test('nothing wrong: the body arrives and the answer comes back', async () => {
  const {
    response,
    got: [one],
    taken,
    acknowledged,
  } = await through(inject.pass);
  assert.equal(response?.status, 204);
  assert.equal(one?.body.toString(), BODY);
  assert.ok(taken && acknowledged);
});

for (const injection of [inject.resetBefore, inject.resetAfter])
  test(`${injection.name}: nothing arrives, no answer`, async () => {
    const seen = await through(injection);
    assert.equal(seen.response, undefined);
    assert.equal(seen.got.length, 0);
  });

test('reset mid body: a part arrives, no answer', async () => {
  const seen = await through(inject.resetMid);
  assert.equal(seen.response, undefined);
  assert.equal(seen.got[0]?.whole, false);
  assert.ok(!seen.taken);
});

for (const injection of [inject.ackLost, inject.garbage, inject.cutHeaders, inject.emptyAnswer])
  test(`${injection.name}: taken, and the sender does not know`, async () => {
    const seen = await through(injection);
    assert.equal(seen.response, undefined);
    assert.ok(seen.taken && !seen.acknowledged);
  });

test('a reply cut in its body', async () => {
  const seen = await through(inject.cutReply);
  assert.equal(seen.response?.status, 200);
  assert.equal(seen.text, undefined);
});

test('1 B/s: the sender loses its patience; upwards the body is not whole', async () => {
  const [up, down] = await Promise.all([through(inject.slowUp, 2_500), through(inject.slowDown, 2_500)]);
  assert.equal(up.response, undefined);
  assert.equal(down.response, undefined);
  assert.ok(!up.taken);
  // the next byte is when the proxy sees that nobody waits any more
  await new Promise((resolve) => setTimeout(resolve, 1_200));
});

test('truncated and corrupt gzip cannot be unpacked, and say that they are gzip', async () => {
  for (const injection of [inject.gzipTruncated, inject.gzipCorrupt]) {
    const {
      got: [one],
    } = await through(injection);
    assert.equal(one?.encoding, 'gzip');
    assert.throws(() => gunzipSync(one.body), injection.name);
  }
});

test('a body cut short', async () => {
  const {
    got: [one],
  } = await through(inject.bodyCut);
  assert.equal(one?.body.length, BODY.length - 20);
});

test('replay: the same body more than once', async () => {
  const seen = await through(inject.replay);
  assert.deepEqual(
    seen.got.map(({ body }) => body.toString()),
    [BODY, BODY, BODY],
  );
  assert.ok(seen.acknowledged);
});

test('reorder: the second arrives before the first', async () => {
  got = [];
  const proxy = await startProxy(url, first(1, inject.reorder));
  const post = (body: string) => fetch(`${proxy.url}/v1/beacons`, { method: 'POST', body });
  const slow = post('first');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await post('second');
  await slow;
  await proxy.close();
  assert.deepEqual(
    got.map(({ body }) => body.toString()),
    ['second', 'first'],
  );
});

for (const code of [400, 401, 403, 408, 410, 413, 422, 500, 502, 503, 504])
  test(`status ${code}: nothing arrives`, async () => {
    const seen = await through(inject.status(code));
    assert.equal(seen.response?.status, code);
    assert.equal(seen.got.length, 0);
  });

test('429 with Retry-After, which pages of other origins may read', async () => {
  const { response } = await through(inject.retryAfter(429, 7));
  assert.equal(response?.headers.get('retry-after'), '7');
  assert.match(response!.headers.get('access-control-expose-headers')!, /retry-after/i);
});

test('redirects, portals and missing CORS', async () => {
  assert.equal((await through(inject.redirect(307))).response?.headers.get('location'), '/elsewhere/v1/beacons');
  const portal = await through(inject.captivePortal);
  assert.equal(portal.response?.status, 200);
  assert.match(portal.text!, /<!doctype html>/);
  assert.equal(portal.got.length, 0);
  const blind = await through(inject.noCors);
  assert.ok(blind.taken);
  assert.equal(blind.response?.headers.get('access-control-allow-origin'), null);
});

test('one bad event: every batch that has it is refused, others are not', async () => {
  const judge = inject.poisoned(422, 'p1');
  assert.equal((await through(judge)).response?.status, 422);
  assert.equal((await through(judge, 5_000, BODY.replace('p1', 'p2'))).response?.status, 204);
});

test('refused connections', async () => {
  const proxy = await startProxy(url);
  await proxy.refuse();
  await assert.rejects(fetch(proxy.url, { method: 'POST', body: '' }));
  await proxy.open();
  assert.equal((await fetch(proxy.url, { method: 'POST', body: '' })).status, 204);
  await proxy.close();
});
