import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../src/cli/run.js';
import type { RejectedEvent } from '../../../../src/server/collector/take-batch.js';
import { openRejected } from '../../../../src/server/rejected/rejected.js';
import { countEvents, makeBatch, makeDataDir, makeEvent, metric, post, serve } from '../fixture.js';

/** As an older server refused an event of a kind that it did not know yet. */
const refusedThen = (event: unknown, reason = 'events[0]: type must be one of "view_start".'): RejectedEvent => ({
  receivedMs: 1_700_000_000_000,
  sentMs: 1_700_000_000_000,
  site: 'shop',
  sdk: 't',
  bot: false,
  kind: 'schema',
  event,
  reason,
});

const open = (dataDir: string, maxBytes = 1e6, warn: (message: string) => void = assert.fail) =>
  openRejected(join(dataDir, 'rejected'), { maxBytes, warn, now: Date.now });

async function replay(dataDir: string, args: string[] = []) {
  const out: string[] = [];
  const write = (text: string) => void out.push(text);
  const io = { out: write, err: write, stdin: async () => new Uint8Array(), env: { DATA_DIR: dataDir } };
  const code = await run(['replay-rejected', ...args], io);
  return { code, out };
}

test('what was refused is read again after a fix, once, by the server that runs or without one', async (t) => {
  const dataDir = await makeDataDir(t);
  const rejected = await open(dataDir);
  await rejected.add([refusedThen(makeEvent()), refusedThen(makeEvent({ seq: -1 })), refusedThen(null)]);
  await rejected.add([refusedThen(makeEvent())]);
  await rejected.close();

  const first = await replay(dataDir);
  assert.equal(first.code, 0);
  assert.deepEqual(first.out, [
    '2 taken, 2 still rejected',
    '  1 × seq must be at least 0, is -1.',
    '  1 × It must be an object, is null.',
  ]);
  assert.equal((await replay(dataDir)).out[0], '0 taken, 2 still rejected');

  const { url } = await serve(t, dataDir);
  assert.equal(await countEvents(url), 2);
  assert.equal((await replay(dataDir, ['--server', url])).out[0], '0 taken, 2 still rejected');
  const { rows } = (await (await fetch(`${url}/v1/insights/counts?to=2023-12-01`)).json()) as { rows: { n: number }[] };
  assert.equal(rows[0]!.n, 2, 'they are of when they came first');
});

test('a server that does not answer, or wants a key, is told with the cure', async (t) => {
  const dataDir = await makeDataDir(t);
  const server = await serve(t, dataDir, () => {}, { serverKeys: ['k'.repeat(32)] });
  const said = async (...args: string[]) => {
    const { code, out } = await replay(dataDir, args);
    assert.equal(code, 1);
    return out.join('\n');
  };
  assert.match(
    await said('--server', server.url),
    /answers 401: Sign the request.* Give SERVER_KEYS a key of that server\.$/,
  );
  assert.equal(await said('--server', '127.0.0.1:8080'), '--server must be an address such as http://127.0.0.1:8080.');
  await server.close();
  assert.match(
    await said('--server', server.url),
    /^http:\/\/127\.0\.0\.1:\d+ \(--server\) does not answer: connect ECONN/,
  );
});

test('a crash between the journal and the blanks has them read twice and counted once', async (t) => {
  const dataDir = await makeDataDir(t);
  const rejected = await open(dataDir);
  await rejected.add([refusedThen(makeEvent()), refusedThen(makeEvent())]);
  await rejected.close();
  const server = await serve(t, dataDir);
  const { intake, crashing } = { intake: server.url, crashing: await open(await makeDataDir(t)) };
  await crashing.add([refusedThen(makeEvent())]);
  await assert.rejects(
    crashing.replay(() => Promise.reject(new Error('killed'))),
    /killed/,
  );
  const kept: unknown[] = [];
  assert.equal((await crashing.replay(async (events) => kept.push(...events))).taken, 1);
  assert.equal(kept.length, 1);
  await crashing.close();
  for (let again = 0; again < 2; again += 1) {
    await fetch(`${intake}/v1/rejected/replay`, { method: 'POST' });
    assert.equal(await countEvents(server.url), 2);
  }
});

test('a refused event is on the disk with its reason before the answer, and taken ones are not', async (t) => {
  const dataDir = await makeDataDir(t);
  const { url } = await serve(t, dataDir);
  const bad = makeEvent({ seq: -1 });
  await post(url, makeBatch([makeEvent(), bad]));
  const answer = (await (await fetch(`${url}/v1/rejected/replay`, { method: 'POST' })).json()) as object;
  assert.deepEqual(answer, { taken: 0, stillRejected: 1, reasons: { 'seq must be at least 0, is -1.': 1 } });
});

test('they are bounded: the oldest go, with a warning', async (t) => {
  const dataDir = await makeDataDir(t);
  const warnings: string[] = [];
  const rejected = await open(dataDir, 20_000, (message) => warnings.push(message));
  for (let n = 0; n < 200; n += 1) await rejected.add([refusedThen(makeEvent({ seq: -1, n }))]);
  assert.ok(rejected.bytes < 41_000, `${rejected.bytes}`);
  assert.ok(warnings.length > 0);
  assert.ok((await readdir(join(dataDir, 'rejected'))).length <= 3);
  assert.ok((await rejected.replay(async () => {})).stillRejected > 20);
  await rejected.close();
});

test('the count of the refused is in the metrics, by a word', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(
    url,
    makeBatch([makeEvent({ seq: -1 }), null, makeEvent({ deep: JSON.parse('['.repeat(20) + ']'.repeat(20)) })]),
  );
  assert.equal(await metric(url, 'shoppable_events_rejected_total{reason="schema"}'), 2);
  assert.equal(await metric(url, 'shoppable_events_rejected_total{reason="depth"}'), 1);
});
