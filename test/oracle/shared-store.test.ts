/** Real servers, each a process with a journal of its own, in front of one ClickHouse. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CLI, startServerProcess } from '../support/server/process.mjs';
import { ask, countEvents, makeBatch, makeDataDir, makeEvent, post } from '../unit/server/fixture.js';
import { startClickhouse } from './clickhouse.js';

const run = promisify(execFile);

const migrate = (env: Record<string, string>) =>
  run(process.execPath, [CLI, 'migrate'], { env: { ...process.env, ...env } });

async function serve(t: TestContext, dataDir: string, env: Record<string, string>) {
  const server = await startServerProcess(dataDir, { env });
  t.after(() => server.child.kill('SIGKILL'));
  return server;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await holds()); await wait(20)) {
    if (Date.now() > deadline) assert.fail('it did not come to that');
  }
}

test('the same batch to two servers counts once, and either tells what both have', async (t) => {
  const clickhouse = await startClickhouse(t);
  await migrate(clickhouse.env);
  await migrate(clickhouse.env);
  const [one, other] = await Promise.all(
    [await makeDataDir(t), await makeDataDir(t)].map((dataDir) => serve(t, dataDir, clickhouse.env)),
  );
  const batch = makeBatch(Array.from({ length: 20 }, (_, seq) => makeEvent({ seq })));
  const own = makeBatch([makeEvent({ viewerId: 'bob', productId: 'lamp' })]);
  const answers = await Promise.all([post(one!.url, batch), post(other!.url, batch), post(other!.url, own)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [204, 204, 204],
  );
  await countEvents(other!.url);
  assert.equal(await countEvents(one!.url), 21);
  assert.equal(await countEvents(other!.url), 21);
  const { rows } = await ask(one!.url, 'hctr?by=product');
  assert.deepEqual(
    rows.map(({ product, n, k }) => [product, n, k]),
    [
      ['lamp', 1, 0],
      ['mug', 1, 0],
    ],
  );
});

test('two servers that write the same at the same moment count it once, as of its first arrival', async (t) => {
  const clickhouse = await startClickhouse(t);
  await migrate(clickhouse.env);
  const [one, other] = await Promise.all(
    [await makeDataDir(t), await makeDataDir(t)].map((dataDir) => serve(t, dataDir, clickhouse.env)),
  );
  await clickhouse.hold('before');
  const batch = makeBatch(Array.from({ length: 20 }, (_, seq) => makeEvent({ seq })));
  await post(one!.url, batch);
  await wait(5);
  await post(other!.url, batch);
  await until(async () => (await clickhouse.held()) === 2);
  await clickhouse.hold('nowhere');
  assert.equal(await countEvents(one!.url), 20);
  assert.equal(await countEvents(other!.url), 20);
  const first =
    'SELECT count(*), sum(received_ms) = (SELECT sum(r) FROM (SELECT min(received_ms) AS r FROM events_rows GROUP BY event_id))';
  assert.equal(await clickhouse.ask('SELECT count(*), count(DISTINCT received_ms) FROM events_rows'), '40\t2\n');
  assert.equal(await clickhouse.ask(`${first} FROM events`), '20\t1\n');
});

for (const at of ['before', 'after'] as const) {
  test(`a server that is killed ${at} ClickHouse has run its insert counts once, and none is lost`, async (t) => {
    const clickhouse = await startClickhouse(t);
    await migrate(clickhouse.env);
    const dataDir = await makeDataDir(t);
    const killed = await serve(t, dataDir, clickhouse.env);
    await clickhouse.hold(at);
    const events = Array.from({ length: 50 }, (_, seq) => makeEvent({ seq }));
    assert.equal((await post(killed.url, makeBatch(events))).status, 204);
    await until(async () => (await clickhouse.held()) > 0);
    assert.equal(await killed.stop('SIGKILL'), 'SIGKILL');
    await clickhouse.hold('nowhere');
    const again = await serve(t, dataDir, clickhouse.env);
    assert.equal((await post(again.url, makeBatch([makeEvent({ seq: 50 })]))).status, 204);
    assert.equal(await countEvents(again.url), 51);
    assert.equal(
      await clickhouse.ask('SELECT count(DISTINCT server), max("offset") > 0 FROM journal_positions'),
      '1\t1\n',
    );
  });
}

test('who is to be forgotten is so by every server, and stays so', async (t) => {
  const clickhouse = await startClickhouse(t);
  await migrate(clickhouse.env);
  const [one, other] = await Promise.all(
    [await makeDataDir(t), await makeDataDir(t)].map((dataDir) => serve(t, dataDir, clickhouse.env)),
  );
  const bob = () => makeEvent({ viewerId: 'bob', sessionId: 'session-2', viewId: 'view-2' });
  await post(other!.url, makeBatch([bob(), makeEvent()]));
  assert.equal(await countEvents(other!.url), 2);
  const erased = await fetch(`${one!.url}/v1/erase`, { method: 'POST', body: '{"viewerId":"bob"}' });
  assert.ok(erased.ok);
  assert.equal(await countEvents(other!.url), 1);
  await post(other!.url, makeBatch([bob()]));
  assert.equal(await countEvents(other!.url), 1);
});

test('without tables the start ends with what to do, and with them --rebuild counts once', async (t) => {
  const clickhouse = await startClickhouse(t);
  const dataDir = await makeDataDir(t);
  const env = { ...process.env, ...clickhouse.env, DATA_DIR: dataDir, PORT: '0', HOST: '', SETTINGS: '' };
  await assert.rejects(run(process.execPath, [CLI, 'serve'], { env }), { code: 1, stderr: /shoppable-video migrate/ });
  await migrate(clickhouse.env);
  const first = await serve(t, dataDir, clickhouse.env);
  await post(first.url, makeBatch([makeEvent(), makeEvent()]));
  assert.equal(await countEvents(first.url), 2);
  await assert.rejects(run(process.execPath, [CLI, 'serve'], { env }), { code: 1, stderr: /in use by another server/ });
  await first.stop();
  const rebuilding = spawn(process.execPath, [CLI, 'serve', '--rebuild'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => rebuilding.kill('SIGKILL'));
  const [line] = (await once(createInterface(rebuilding.stdout), 'line')) as [string];
  assert.equal(await countEvents(/http\S+/.exec(line)![0]), 2);
});
