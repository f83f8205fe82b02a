import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureFault } from '../../../../src/server/access/signed.js';
import { makeDataDir, serve } from '../fixture.js';
import { contact, KEY, leave, list, only, putIn, quick, quiet, send, startReceiver, until } from './shop.js';

test('what is left for too long is told to the receiver, signed, with a link back to the moment', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const { url } = await serve(t, await makeDataDir(t), assert.fail, {
    settings: quick({ webhook: { url: hook, key: KEY } }),
  });
  await send(url, 'catalog', {
    site: 'shop',
    products: [{ productId: 'mug', name: 'Stoneware mug' }],
    videos: [{ videoId: 'coffee', title: 'Coffee corner', url: 'https://shop.example/coffee?x=1#top=2' }],
  });
  const answer = await send(url, 'contacts', { site: 'shop', ...contact('ann', { name: 'Ann', locale: 'de' }) });
  assert.deepEqual(await answer.json(), { taken: 1, rejected: [] });
  const leftAt = Date.now();
  await leave(
    url,
    putIn('ann', { productId: 'bowl', positionMs: 1000 }),
    putIn('ann', { seq: 1, variantId: 'tide', quantity: 2 }),
  );
  assert.equal((await only(url)).state, 'pending');
  await until('a message', () => heard.length);

  const { message, headers, path, body, atMs } = heard[0]!;
  assert.ok(atMs - leftAt >= 400, 'not before its time');
  assert.equal(
    signatureFault(
      String(headers['shoppable-signature']),
      [KEY],
      { method: 'POST', path, body: Buffer.from(body) },
      Date.now() / 1000,
    ),
    undefined,
  );
  assert.equal(headers['idempotency-key'], message.id);
  assert.equal(message.id, `${message.intent}-1`);
  const { intent: _i, id: _id, leftAtMs: _l, contact: told, ...rest } = message;
  assert.deepEqual({ ...told, consentedAt: 0 }, { ...contact('ann', { name: 'Ann', locale: 'de' }), consentedAt: 0 });
  assert.deepEqual(rest, {
    schema: 'shoppable.recovery/1',
    step: 1,
    site: 'shop',
    video: { id: 'coffee', title: 'Coffee corner' },
    positionMs: 3500,
    url: 'https://shop.example/coffee?x=1#top=2&t=3.5&product=mug&variant=tide&quantity=2',
    lines: [
      {
        productId: 'mug',
        name: 'Stoneware mug',
        variantId: 'tide',
        quantity: 2,
        unitMinor: 1900,
        currency: 'EUR',
        videoId: 'coffee',
        positionMs: 3500,
        url: 'https://shop.example/coffee?x=1#top=2&t=3.5&product=mug&variant=tide&quantity=2',
      },
      {
        productId: 'bowl',
        quantity: 1,
        unitMinor: 1900,
        currency: 'EUR',
        videoId: 'coffee',
        positionMs: 1000,
        url: 'https://shop.example/coffee?x=1#top=2&t=1&product=bowl&quantity=1',
      },
    ],
  });
  await until('sent', async () => (await only(url)).state === 'sent');
  await quiet();
  assert.equal(heard.length, 1, 'once');
  const listing = await list(url);
  assert.ok(!JSON.stringify(listing).includes('ann'), 'the list says nothing of who it is');
  const { intents, counts, total } = listing;
  assert.deepEqual([total, counts, intents[0]!.valueMinor, intents[0]!.step], [1, { sent: 1 }, 5700, 1]);
});

test('the second step follows the first at its distance', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const settings = quick({ waitsMs: [300, 1500], webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { settings });
  await send(url, 'contacts', { site: 'shop', contacts: [contact('ann')] });
  await leave(url, putIn('ann'));
  await until('two messages', () => heard.length === 2);
  assert.deepEqual(
    heard.map(({ message }) => message.step),
    [1, 2],
  );
  assert.ok(heard[1]!.atMs - heard[0]!.atMs >= 1150, 'no sooner');
  await quiet();
  assert.equal(heard.length, 2);
});

test('an order, or taking everything out, ends it', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const settings = quick({ waitsMs: [900, 60_000], webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { settings });
  await send(url, 'contacts', { site: 'shop', contacts: ['ann', 'bob', 'cat', 'dan'].map((id) => contact(id)) });
  await leave(url, ...['ann', 'bob', 'cat', 'dan'].map((id) => putIn(id, { quantity: 2 })));
  const lines = [{ productId: 'lamp', quantity: 1, minor: 5000 }];
  await send(url, 'orders', {
    site: 'shop',
    orderId: '1',
    placedAt: Date.now(),
    currency: 'EUR',
    viewerId: 'ann',
    lines,
  });
  await leave(url, putIn('bob', { seq: 1, quantity: -2 }), putIn('cat', { seq: 1, quantity: -1 }));
  // an order of before
  await send(url, 'orders', {
    site: 'shop',
    orderId: '2',
    placedAt: Date.now() - 60_000,
    currency: 'EUR',
    viewerId: 'dan',
    lines,
  });
  await until('two messages', () => heard.length === 2);
  await quiet();
  assert.deepEqual(heard.map(({ message }) => [message.contact.viewerId, message.lines[0]!.quantity]).sort(), [
    ['cat', 1],
    ['dan', 2],
  ]);
  assert.deepEqual((await list(url)).counts, { ordered: 1, removed: 1, sent: 2 });
});

test('nobody without a contact, or in a session without a pseudonym, or who is a bot', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const { url } = await serve(t, await makeDataDir(t), assert.fail, {
    settings: quick({ webhook: { url: hook, key: KEY } }),
  });
  await send(url, 'contacts', { site: 'shop', contacts: [contact('bot'), contact('ann')] });
  await send(url, 'contacts', { site: 'other', ...contact('bob') });
  const { viewerId: _, ...nobody } = putIn('x', { idScope: 'none' });
  await leave(url, nobody, putIn('bob'), putIn('bot', { automated: true }));
  await quiet();
  assert.equal(heard.length, 0);
  assert.deepEqual((await list(url)).counts, { 'no-contact': 1 });
  // one that comes late will do
  await send(url, 'contacts', { site: 'shop', ...contact('bob') });
  await until('a message', () => heard.length === 1);
});

test('who is held out gets none, and is compared with the others by what they ordered', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const settings = quick({ holdout: 0.5, webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { settings });
  const viewers = Array.from({ length: 40 }, (_, i) => `viewer-${i}`);
  await send(url, 'contacts', { site: 'shop', contacts: viewers.map((id) => contact(id)) });
  await leave(url, ...viewers.map((id) => putIn(id)));
  await until('all are decided on', async () => {
    const { counts } = await list(url);
    return (counts.sent ?? 0) + (counts['held-out'] ?? 0) === 40;
  });
  await quiet();
  const { counts } = await list(url);
  assert.equal(heard.length, counts.sent);
  assert.ok(counts['held-out']! > 8 && counts['held-out']! < 32, `${counts['held-out']} of 40`);
  const heardOf = new Set(heard.map(({ message }) => message.contact.viewerId));
  const [buyer] = heardOf;
  const lines = [{ productId: 'mug', quantity: 1, minor: 1900 }];
  await send(url, 'orders', {
    site: 'shop',
    orderId: '1',
    placedAt: Date.now(),
    currency: 'EUR',
    viewerId: buyer,
    lines,
  });
  const insight = (await (await fetch(`${url}/v1/insights/recovery?within=1`)).json()) as {
    rows: Record<string, unknown>[];
  };
  assert.deepEqual(
    insight.rows.map(({ arm, n, pending }) => [arm, n, pending]),
    [
      ['message', 0, counts.sent],
      ['holdout', 0, counts['held-out']],
    ],
  );
});
