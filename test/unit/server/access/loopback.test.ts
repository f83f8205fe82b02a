import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { readersOnly } from '../../../../src/server/access/guard.js';

async function statusOf(address: string | undefined, headers: Record<string, string> = { host: '127.0.0.1:8080' }) {
  const app = new Hono();
  app.use('*', readersOnly({ remoteAddress: () => address, now: () => 0 }));
  app.get('/', (context) => context.text('secret'));
  return (await app.request('http://127.0.0.1:8080/', { headers })).status;
}

for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
  test(`${address} is answered`, async () => assert.equal(await statusOf(address), 200));
}

for (const address of [undefined, '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', '1.127.0.0.1']) {
  test(`${address} is refused`, async () => assert.equal(await statusOf(address), 403));
}

test('a client behind a proxy on this machine is refused', async () => {
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
    assert.equal(await statusOf('127.0.0.1', { host: 'localhost', [name]: '203.0.113.9' }), 403);
  }
});

test('a page whose own name resolves to this machine is refused', async () => {
  assert.equal(await statusOf('127.0.0.1', { host: 'rebound.example' }), 403);
  assert.equal(await statusOf('127.0.0.1', { host: 'localhost.evil.example' }), 403);
  assert.equal(await statusOf('127.0.0.1', { host: 'localhost:8080' }), 200);
});
