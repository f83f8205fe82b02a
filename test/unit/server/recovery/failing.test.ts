import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { makeDataDir, metric, serve } from '../fixture.js';
import { contact, KEY, leave, list, only, putIn, quick, quiet, send, startReceiver, until } from './shop.js';

test('a receiver that is down loses nothing: tried less and less often, by one alone, until it is there', async (t) => {
  const probe = await startReceiver(t);
  await probe.close();
  const warnings: string[] = [];
  const { url } = await serve(t, await makeDataDir(t), (text) => warnings.push(text), {
    settings: quick({ webhook: { url: probe.url, key: KEY } }),
  });
  const ids = Array.from({ length: 12 }, (_, i) => `viewer-${i}`);
  await send(url, 'contacts', { site: 'shop', contacts: ids.map((id) => contact(id)) });
  await leave(url, ...ids.map((id) => putIn(id)));
  await until('it is tried', async () => (await list(url)).counts.failing);
  await wait(1500);
  const { tries, problem } = (await list(url, '?state=failing')).intents[0]!;
  assert.ok(tries > 0);
  assert.match(problem!, /^It does not answer: .*ECONNREFUSED/);
  assert.equal(warnings.length, 1, 'said once');
  const { heard } = await startReceiver(t, undefined, probe.port);
  await until('all came', () => heard.length === 12);
  await quiet();
  assert.equal(heard.length, 12);
  assert.deepEqual((await list(url)).counts, { sent: 12 });
  assert.match(warnings[1]!, /takes messages again/);
  assert.equal(await metric(url, 'shoppable_recovery_messages_total{outcome="sent"}'), 12);
});

test('a lost answer is asked again under the same key, with a signature of its own', async (t) => {
  const { heard, url: hook } = await startReceiver(t, (_, before) => (before ? { status: 200 } : undefined));
  const { url } = await serve(t, await makeDataDir(t), () => {}, {
    settings: quick({ retry: { baseMs: 1500, maxMs: 1500 }, webhook: { url: hook, key: KEY } }),
  });
  await send(url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(url, putIn('ann'));
  await until('two', () => heard.length === 2);
  const [first, second] = heard.map(({ headers }) => headers);
  assert.equal(first!['idempotency-key'], second!['idempotency-key']);
  assert.notEqual(first!['shoppable-signature'], second!['shoppable-signature']);
  await quiet();
  assert.equal(heard.length, 2);
});

test('Retry-After is waited for, a redirect is not followed', async (t) => {
  const answers: { status: number; headers?: Record<string, string> }[] = [
    { status: 429, headers: { 'retry-after': '2' } },
    { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
    { status: 200 },
  ];
  const { heard, url: hook } = await startReceiver(t, (_, before) => answers[before]!);
  const { url } = await serve(t, await makeDataDir(t), () => {}, {
    settings: quick({ webhook: { url: hook, key: KEY } }),
  });
  await send(url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(url, putIn('ann'));
  await until('three', () => heard.length === 3);
  assert.ok(heard[1]!.atMs - heard[0]!.atMs >= 1950, `${heard[1]!.atMs - heard[0]!.atMs} ms`);
});

test('one message that always fails holds up no other, and one that is refused is tried no more', async (t) => {
  const { heard, url: hook } = await startReceiver(t, ({ message }) => {
    const { viewerId } = message.contact;
    return { status: viewerId === 'poison' ? 500 : viewerId === 'odd' ? 422 : 200 };
  });
  const { url } = await serve(t, await makeDataDir(t), () => {}, {
    settings: quick({ webhook: { url: hook, key: KEY } }),
  });
  const ids = ['poison', 'odd', 'ann', 'bob'];
  await send(url, 'contacts', { site: 'shop', contacts: ids.map((id) => contact(id)) });
  await leave(url, putIn('poison'), putIn('odd'));
  await until(
    'it is tried again',
    () => heard.filter(({ message }) => message.contact.viewerId === 'poison').length > 2,
  );
  await leave(url, putIn('ann'), putIn('bob'));
  await until('the others are there', async () => (await list(url)).counts.sent === 2);
  const { counts } = await list(url);
  assert.deepEqual(counts, { sent: 2, failed: 1, failing: 1 });
  assert.equal(heard.filter(({ message }) => message.contact.viewerId === 'odd').length, 1);
});

test('an order while the receiver is down ends it, and so does time', async (t) => {
  const { heard, url: hook } = await startReceiver(t, (_, before) => ({ status: before < 40 ? 503 : 200 }));
  const settings = quick({ waitsMs: [200], giveUpMs: 3000, webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), () => {}, { settings });
  await send(url, 'contacts', { site: 'shop', contacts: [contact('ann'), contact('bob')] });
  await leave(url, putIn('ann'), putIn('bob'));
  await until('a try', () => heard.length);
  const lines = [{ productId: 'mug', quantity: 1, minor: 1900 }];
  await send(url, 'orders', {
    site: 'shop',
    orderId: '1',
    placedAt: Date.now(),
    currency: 'EUR',
    viewerId: 'ann',
    lines,
  });
  await until('time is over', async () => (await list(url)).counts.failed);
  assert.deepEqual((await list(url)).counts, { ordered: 1, failed: 1 });
  const tried = heard.length;
  await quiet();
  assert.equal(heard.length, tried);
});

test('a video whose page nobody knows is said once, with the cure, and goes when it is told', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const warnings: string[] = [];
  const settings = quick({ sites: {}, webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), (text) => warnings.push(text), { settings });
  await send(url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(url, putIn('ann'));
  await until('it is said', () => warnings.length);
  assert.match(warnings[0]!, /"coffee", whose page is not known\. Give it a `url` in the catalogue/);
  assert.equal((await only(url)).state, 'no-page');
  await send(url, 'catalog', { site: 'shop', videos: [{ videoId: 'coffee', url: 'https://shop.example/c' }] });
  await until('it goes', () => heard.length);
  assert.equal(warnings.length, 1);
});
