/** The built server in a process of its own, killed while messages go. `KILLS=60 SEED=7` runs it for longer. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '../../../support/random.mjs';
import { startServerProcess } from '../../../support/server/process.mjs';
import { makeDataDir } from '../fixture.js';
import { startMailbox } from './mailbox.js';
import { contact, KEY, leave, list, putIn, quick, quiet, send, startReceiver, until } from './shop.js';

const KILLS = Number(process.env.KILLS || 5);
const SEED = Number(process.env.SEED || Date.now() % 1e6);
const VIEWERS = 60;

/** Kills it at random points until all is decided. @returns the last of the servers */
async function killWhile(dataDir: string, settings: object) {
  const random = seeded(SEED);
  const path = join(dataDir, 'settings.json');
  await writeFile(path, JSON.stringify(settings));
  let server = await startServerProcess(dataDir, { env: { SETTINGS: path }, stderr: 'ignore' });
  const port = new URL(server.url).port;
  const ids = Array.from({ length: VIEWERS }, (_, i) => `viewer-${i}`);
  await send(server.url, 'contacts', { site: 'shop', contacts: ids.map((id) => contact(id)) });
  await leave(server.url, ...ids.map((id) => putIn(id)));
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wait(random() * 700 + 100);
    await server.stop('SIGKILL');
    server = await startServerProcess(dataDir, { env: { SETTINGS: path, PORT: port }, stderr: 'ignore' });
  }
  return server;
}

test(`kill -9 at ${KILLS} points, a receiver that loses answers (SEED=${SEED}): nobody is left out, and each has one key`, async (t) => {
  let asked = 0;
  // every third answer is lost after the message was taken, so that it comes again
  const { heard, url } = await startReceiver(t, () => (++asked % 3 ? { status: 204 } : undefined));
  const dataDir = await makeDataDir(t);
  const server = await killWhile(dataDir, quick({ holdout: 0.2, webhook: { url, key: KEY } }));
  t.after(() => server.stop());
  await until('all are decided', async () => {
    const { counts } = await list(server.url, '?limit=1000');
    return (counts.sent ?? 0) + (counts['held-out'] ?? 0) === VIEWERS;
  });
  await quiet();
  const { counts } = await list(server.url);
  const keys = new Map<string, Set<unknown>>();
  for (const { message, headers } of heard) {
    keys.set(
      message.contact.viewerId,
      (keys.get(message.contact.viewerId) ?? new Set()).add(headers['idempotency-key']),
    );
  }
  assert.equal(keys.size, counts.sent, 'each of them, and nobody who is held out');
  assert.ok([...keys.values()].every((own) => own.size === 1));
  t.diagnostic(JSON.stringify({ posts: heard.length, people: keys.size, ...counts }));
  const { rows } = (await (await fetch(`${server.url}/v1/insights/recovery`)).json()) as {
    rows: { arm: string; pending: number }[];
  };
  assert.deepEqual(Object.fromEntries(rows.map(({ arm, pending }) => [arm, pending])), {
    message: counts.sent,
    holdout: counts['held-out'],
  });
});

test(`the same with mails (SEED=${SEED}): nobody has two, and whoever has none is said to be uncertain`, async (t) => {
  const { mails, url } = await startMailbox(t);
  const dataDir = await makeDataDir(t);
  const server = await killWhile(dataDir, quick({ smtp: { url, from: 'shop@shop.example' } }));
  t.after(() => server.stop());
  await until('all are decided', async () => {
    const { counts } = await list(server.url);
    return (counts.sent ?? 0) + (counts.uncertain ?? 0) === VIEWERS;
  });
  await quiet();
  const to = mails.map((mail) => mail.to[0]!);
  assert.equal(new Set(to).size, to.length, 'nobody has two');
  const { counts } = await list(server.url);
  assert.ok(to.length >= counts.sent!, 'what is said to be sent came');
  t.diagnostic(JSON.stringify({ mails: to.length, ...counts }));
});

/**
 * A server with one cart that is killed as it tells of it, and started again.
 * @param arm gets what kills the first
 * @returns the second
 */
async function killedOnce(t: TestContext, settings: object, arm: (kill: () => void) => void) {
  const dataDir = await makeDataDir(t);
  const path = join(dataDir, 'settings.json');
  await writeFile(path, JSON.stringify(settings));
  const options = { env: { SETTINGS: path }, stderr: 'ignore' as const };
  const first = await startServerProcess(dataDir, options);
  arm(() => first.child.kill('SIGKILL'));
  await send(first.url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(first.url, putIn('ann'));
  await until('it is killed', () => first.child.signalCode);
  const second = await startServerProcess(dataDir, options);
  t.after(() => second.stop());
  return second;
}

test('killed after the receiver has it and before it has answered: the same again, under the same key', async (t) => {
  let kill = () => {};
  const { heard, url } = await startReceiver(t, (_, before) => {
    if (!before) kill();
    return before ? { status: 204 } : undefined;
  });
  await killedOnce(t, quick({ webhook: { url, key: KEY } }), (killer) => {
    kill = killer;
  });
  await until('it comes again', () => heard.length === 2);
  await quiet();
  assert.equal(heard.length, 2);
  assert.equal(heard[0]!.headers['idempotency-key'], heard[1]!.headers['idempotency-key']);
});

test('killed after the mail was handed over and before it was answered: not again, and said so', async (t) => {
  let kill = () => {};
  const { mails, url } = await startMailbox(t, {
    onMail: () => {
      kill();
      return 'cut';
    },
  });
  const second = await killedOnce(t, quick({ smtp: { url, from: 'shop@shop.example' } }), (killer) => {
    kill = killer;
  });
  await until('it is said', async () => (await list(second.url)).counts.uncertain);
  await quiet();
  assert.equal(mails.length, 1);
});

test('killed before the mail was handed over: it goes', async (t) => {
  let kill: (() => void) | undefined;
  const { mails, url } = await startMailbox(t, {
    onRcptTo(_address, _session, callback) {
      if (!kill) return callback();
      // it is never answered
      kill();
      kill = undefined;
    },
  });
  const second = await killedOnce(t, quick({ smtp: { url, from: 'shop@shop.example' } }), (killer) => {
    kill = killer;
  });
  await until('it comes', () => mails.length === 1);
  await until('it is noted', async () => (await list(second.url)).counts.sent);
});
