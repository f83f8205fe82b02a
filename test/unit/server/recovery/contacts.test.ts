import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SIGNATURE_HEADER, signRequest } from '../../../../src/server/access/signed.js';
import { createErasures } from '../../../../src/server/erase/erasure.js';
import type { Contact } from '../../../../src/server/recovery/contacts/contact.js';
import { openContacts } from '../../../../src/server/recovery/contacts/contacts.js';
import { makeDataDir, serve } from '../fixture.js';
import { contact, KEY, leave, list, putIn, quick, quiet, send, startReceiver, until } from './shop.js';

/** The files that have a text in them. */
async function filesWith(directory: string, text: string): Promise<string[]> {
  const names = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found: string[] = [];
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    if ((await readFile(path)).includes(text)) found.push(path.slice(directory.length + 1));
  }
  return found;
}

const BAD: [unknown, string, RegExp][] = [
  [{ site: 'shop', viewerId: 'ann', email: 'ann@example.org' }, 'consentedAt', /is missing/],
  [{ site: 'shop', ...contact('ann', { consentedAt: 'yes' }) }, 'consentedAt', /must be a time such as/],
  [{ site: 'shop', ...contact('ann', { email: 'ann, bob@example.org' }) }, 'email', /must be an address such as/],
  [
    { site: 'shop', ...contact('ann', { email: 'ann@example.org\r\nBcc: x@y.z' }) },
    'email',
    /must be an address such as/,
  ],
  [{ site: 'shop', ...contact('ann', { name: 'Ann\nBcc: x' }) }, 'name', /must be one line/],
  [{ site: 'shop', ...contact('ann', { phone: '0151 123' }) }, 'phone', /must be a number such as \+49/],
  [{ site: 'shop', ...contact('ann', { locale: 'de_DE' }) }, 'locale', /must be a language such as de/],
  [{ site: 'shop', viewerId: 'ann', consentedAt: Date.now() }, '', /must have an `email`, a `phone` or a `customerId`/],
  [{ site: 'shop', ...contact('ann', { mail: 'x' }) }, 'mail', /is not a known key/],
  [{ ...contact('ann') }, 'site', /site is missing/],
  [{ site: 'shop', contacts: {} }, 'contacts', /must be a list/],
  [{ site: 'shop', contacts: [], viewerId: 'ann' }, 'viewerId', /is not a known key beside a list/],
  ['{', '', /is not JSON/],
  ['[]', '', /must be an object/],
];
test('what cannot be taken is told by its place, with the cure', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), assert.fail);
  for (const [body, path, error] of BAD) {
    const response = await send(url, 'contacts', body);
    const told = (await response.json()) as { error: string; path: string };
    assert.equal(response.status, 400, JSON.stringify(body));
    assert.equal(told.path, path, told.error);
    assert.match(told.error, error);
  }
  const mixed = await send(url, 'contacts', { site: 'shop', contacts: [contact('ann'), { viewerId: 'bob' }] });
  const { taken, rejected } = (await mixed.json()) as { taken: number; rejected: { path: string }[] };
  assert.deepEqual([taken, rejected[0]!.path], [1, 'contacts[1].consentedAt'], 'and nothing else is lost');
});

test('only who signs may bring or delete one, where there are keys; a site has to be known', async (t) => {
  const settings = { sites: { shop: {} } };
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { serverKeys: [KEY], settings });
  const body = JSON.stringify({ site: 'shop', ...contact('ann') });
  assert.equal((await send(url, 'contacts', body)).status, 401);
  assert.equal((await send(url, 'contacts/ann', '', 'DELETE')).status, 401);
  const signed = (method: string, path: string, text: string) =>
    fetch(url + path, {
      method,
      body: text || undefined,
      headers: {
        [SIGNATURE_HEADER]: signRequest(KEY, {
          timeS: Math.floor(Date.now() / 1000),
          method,
          path,
          body: Buffer.from(text),
        }),
      },
    });
  assert.equal((await signed('POST', '/v1/contacts', body)).status, 200);
  assert.equal((await signed('POST', '/v1/contacts', body.replace('"shop"', '"moon"'))).status, 403);
  const removed = await signed('DELETE', '/v1/contacts/ann', '');
  assert.deepEqual([removed.status, await removed.json()], [200, { removed: 1 }]);
});

test('it is in its own files alone, and in none once it is deleted, or its viewer erased', async (t) => {
  const dataDir = await makeDataDir(t);
  const { heard, url: hook } = await startReceiver(t);
  const settings = quick({ webhook: { url: hook, key: KEY } });
  const first = await serve(t, dataDir, assert.fail, { settings });
  const people = ['ann', 'bob', 'cat'].map((id) =>
    contact(id, { name: `Name of ${id}`, customerId: `customer-${id}` }),
  );
  await send(first.url, 'contacts', { site: 'shop', contacts: people });
  await leave(first.url, ...['ann', 'bob', 'cat'].map((id) => putIn(id)));
  await until('all are sent', () => heard.length === 3);
  for (const { message } of heard) {
    const { email, name } = message.contact;
    for (const text of [email!, name!]) {
      assert.deepEqual(await filesWith(dataDir, text), ['contacts/00000001.journal']);
    }
  }
  assert.deepEqual(await (await send(first.url, 'contacts/ann', '', 'DELETE')).json(), { removed: 1 });
  assert.deepEqual(await (await send(first.url, 'contacts/ann', '', 'DELETE')).json(), { removed: 0 });
  assert.equal((await send(first.url, 'erase', { viewerId: 'bob' })).status, 200);
  for (const id of ['ann', 'bob']) assert.deepEqual(await filesWith(dataDir, `${id}@example.org`), []);
  assert.equal((await filesWith(dataDir, 'cat@example.org')).length, 1, 'the others are kept');
  assert.equal((await list(first.url)).total, 2, 'the carts of who is erased are gone too');

  // one that is erased is not taken again, and says nothing of it
  const again = await send(first.url, 'contacts', { site: 'shop', ...contact('bob') });
  assert.equal(again.status, 200);
  assert.deepEqual(await filesWith(dataDir, 'bob@example.org'), []);
  await first.close();
  const second = await serve(t, dataDir, assert.fail, { settings });
  await leave(second.url, putIn('ann', { seq: 1 }), putIn('cat', { seq: 1 }));
  await quiet();
  assert.equal(heard.length, 3, 'the first step went, and who is deleted gets no other');
});

test('whoever is deleted while a receiver is down gets nothing when it is back', async (t) => {
  const { heard, url: hook } = await startReceiver(t, (_, before) => ({ status: before < 2 ? 503 : 204 }));
  const settings = quick({ retry: { baseMs: 700, maxMs: 700 }, webhook: { url: hook, key: KEY } });
  const { url } = await serve(t, await makeDataDir(t), () => {}, { settings });
  await send(url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(url, putIn('ann'));
  await until('a try', () => heard.length === 1);
  await send(url, 'contacts/ann', '', 'DELETE');
  await quiet();
  assert.equal(heard.length, 1);
  assert.deepEqual((await list(url)).counts, { 'no-contact': 1 });
});

const parts = (ids: readonly string[] = []) => ({
  warn: assert.fail,
  now: Date.now,
  erasures: createErasures(ids.map((id) => ({ by: 'viewerId' as const, id }))),
});
const one = (viewerId: string, email: string): Contact => ({ viewerId, email, consentedAt: 1 });

test('the store: the latest counts, also when it is opened again, and who was erased meanwhile is dropped', async (t) => {
  const directory = join(await makeDataDir(t), 'contacts');
  const first = await openContacts(directory, parts());
  await first.add('shop', [one('ann', 'old@x.org'), one('bob', 'b@x.org')]);
  await first.add('shop', [one('ann', 'new@x.org')]);
  await first.add('other', [one('ann', 'other@x.org')]);
  assert.equal(first.get('shop', 'ann')?.email, 'new@x.org');
  await first.close();
  const second = await openContacts(directory, parts(['bob']));
  assert.equal(second.get('shop', 'ann')?.email, 'new@x.org');
  assert.equal(second.get('other', 'ann')?.email, 'other@x.org');
  assert.equal(second.get('shop', 'bob'), undefined);
  for (const gone of ['old@x.org', 'b@x.org']) assert.deepEqual(await filesWith(directory, gone), []);
  assert.equal(await second.remove('ann', 'shop'), 1, 'of one site alone');
  assert.equal(second.get('other', 'ann')?.email, 'other@x.org');
  await second.close();
});
