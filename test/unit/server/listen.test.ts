import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { listen } from '../../../src/server/listen.js';

test('without a port, two servers take 8080 or what is free behind it, and not the same', async (t) => {
  const servers = [createServer(), createServer()];
  t.after(() => {
    for (const server of servers) server.close();
  });
  const ports = [];
  for (const server of servers) ports.push(Number(new URL(await listen(server, '127.0.0.1')).port));
  assert.ok(ports[0]! >= 8080);
  assert.ok(ports[1]! > ports[0]!);
});

test('an address that is not this machine’s is refused as it is', async () => {
  await assert.rejects(listen(createServer(), '203.0.113.1', 0), { code: 'EADDRNOTAVAIL' });
});

test('an IPv6 address is put in brackets', async (t) => {
  const server = createServer();
  t.after(() => server.close());
  try {
    assert.match(await listen(server, '::1', 0), /^http:\/\/\[::1\]:\d+$/);
  } catch (error) {
    if (!/EADDRNOTAVAIL|EAFNOSUPPORT/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    t.skip('this machine has no IPv6');
  }
});
