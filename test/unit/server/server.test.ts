import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startServer } from '../../../src/server/main.js';
import { makeDataDir, serve } from './fixture.js';

test('/healthz answers once it is ready', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const response = await fetch(`${url}/healthz`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok', caughtUp: true });
});

test('the owner adds routes, behind the server’s own', async (t) => {
  const server = await startServer({
    dataDir: await makeDataDir(t),
    port: 0,
    routes: (app) => app.get('*', (context) => context.text(`page ${context.req.path}`)),
  });
  t.after(() => server.close());
  assert.equal(await (await fetch(`${server.url}/demo/`)).text(), 'page /demo/');
  assert.equal(((await (await fetch(`${server.url}/healthz`)).json()) as { status: string }).status, 'ok');
});

test('a place with nothing is 404 as JSON, a POST with a body too, and the connection goes on', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  for (const body of ['x', 'x'.repeat(300_000)]) {
    const response = await fetch(`${url}/nowhere`, { method: 'POST', body });
    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), {
      error: 'There is nothing at POST /nowhere. GET /openapi.json tells what there is.',
      path: '',
    });
  }
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('closing lets a request under way finish, takes no other, and can be asked for twice', async (t) => {
  const under = { way: () => {}, end: () => {} };
  const started = new Promise<void>((resolve) => {
    under.way = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    under.end = resolve;
  });
  const server = await startServer({
    dataDir: await makeDataDir(t),
    port: 0,
    routes: (app) =>
      app.get('/slow', async (context) => {
        under.way();
        await ended;
        return context.text('done');
      }),
  });
  const answer = fetch(`${server.url}/slow`).then((response) => response.text());
  await started;
  const closed = Promise.all([server.close(), server.close()]);
  await assert.rejects(fetch(`${server.url}/healthz`));
  under.end();
  assert.equal(await answer, 'done');
  await closed;
});

test('a port that is asked for and taken is refused by name', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const dataDir = await makeDataDir(t);
  await assert.rejects(startServer({ dataDir, port }), new RegExp(`Port ${port} .* is taken`));
  await (await serve(t, dataDir)).close();
});
