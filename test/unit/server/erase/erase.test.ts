import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { SIGNATURE_HEADER, signRequest } from '../../../../src/server/access/signed.js';
import { encodeLine } from '../../../../src/server/journal/journal-line.js';
import { countEvents, makeBatch, makeDataDir, makeEvent, metric, post, serve } from '../fixture.js';

const erase = (url: string, order: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/erase`, {
    method: 'POST',
    body: typeof order === 'string' ? order : JSON.stringify(order),
    headers,
  });

/** Whether a text is anywhere in the journals. */
async function isOnDisk(dataDir: string, text: string): Promise<boolean> {
  for (const folder of ['journal', 'rejected']) {
    for (const name of await readdir(join(dataDir, folder))) {
      const lines = (await readFile(join(dataDir, folder, name), 'utf8')).split('\n');
      if (lines.some((line) => line.includes(text) && !line.includes('"erase"'))) return true;
    }
  }
  return false;
}

async function untilGone(dataDir: string, text: string): Promise<void> {
  for (let tries = 0; await isOnDisk(dataDir, text); tries += 1) {
    if (tries > 100) assert.fail(`${text} is still in the journal`);
    await wait(20);
  }
}

const of = (viewerId: string, fields = {}) =>
  makeEvent({ viewerId, sessionId: `s-${viewerId}`, viewId: `v-${viewerId}`, ...fields });

for (const order of [{ viewerId: 'ann' }, { sessionId: 's-ann' }, { viewId: 'v-ann' }]) {
  test(`by ${JSON.stringify(order)}: gone from the store at once, from the journals soon, and never back`, async (t) => {
    const dataDir = await makeDataDir(t);
    const first = await serve(t, dataDir);
    await post(first.url, makeBatch([of('ann'), of('bob'), of('ann', { seq: -1 }), of('anna')]));
    assert.equal(await countEvents(first.url), 3);
    const response = await erase(first.url, order);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { status: 'erased' });
    assert.equal(await countEvents(first.url), 2);
    await untilGone(dataDir, '"v-ann"');

    const late = of('ann');
    assert.equal((await post(first.url, makeBatch([late, of('cat')]))).status, 204, 'its sender need not keep it');
    assert.equal(await countEvents(first.url), 3);
    assert.equal(await metric(first.url, 'shoppable_events_erased_total'), 1);
    await first.close();
    assert.equal(await isOnDisk(dataDir, String(late.eventId)), false);

    const second = await serve(t, dataDir, assert.fail, { rebuild: true });
    assert.equal(await countEvents(second.url), 3);
    await post(second.url, makeBatch([of('ann')]));
    assert.equal(await countEvents(second.url), 3, 'an id that is erased stays so');
  });
}

test('of one site only, when it is named', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  for (const site of ['north', 'south']) await post(url, makeBatch([of('ann')], { site }));
  assert.equal((await erase(url, { viewerId: 'ann', site: 'north' })).status, 200);
  assert.equal(await countEvents(url), 1);
  await post(url, makeBatch([of('ann')], { site: 'north' }));
  await post(url, makeBatch([of('ann')], { site: 'south' }));
  assert.equal(await countEvents(url), 2);
});

test('a crash before the segments are done: the next server does them', async (t) => {
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir);
  await post(first.url, makeBatch([of('ann'), of('bob')]));
  await erase(first.url, { viewerId: 'ann' });
  await untilGone(dataDir, '"v-ann"');
  await first.close();
  // as a crash leaves it that came right after the list of the erased was written
  await rm(join(dataDir, 'journal'), { recursive: true });
  await rm(join(dataDir, 'events.v1.duckdb'));
  const erased = join(dataDir, 'erased', '00000001.journal');
  const [order] = (await readFile(erased, 'utf8')).split('\n');
  await writeFile(erased, `${order}\n`);
  await mkdir(join(dataDir, 'journal'));
  const stored = (event: object) =>
    encodeLine({ receivedMs: Date.now(), sentMs: 1, site: 'shop', sdk: 't', bot: false, event });
  await writeFile(join(dataDir, 'journal', '00000001.journal'), Buffer.concat([stored(of('ann')), stored(of('bob'))]));
  const second = await serve(t, dataDir, assert.fail);
  assert.equal(await countEvents(second.url), 1);
  await untilGone(dataDir, '"v-ann"');
});

for (const [what, body, says] of [
  ['no JSON', '{', /not JSON/],
  ['nobody', {}, /exactly one of viewerId, sessionId, viewId/],
  ['two at once', { viewerId: 'a', viewId: 'b' }, /exactly one/],
  ['a key that it does not know', { viewer: 'a' }, /viewer is not a known key/],
  ['an empty id', { viewerId: '' }, /viewerId must be at least 1/],
] as const) {
  test(`${what}: 400`, async (t) => {
    const { url } = await serve(t, await makeDataDir(t));
    const response = await erase(url, body);
    assert.equal(response.status, 400);
    assert.match(((await response.json()) as { error: string }).error, says);
  });
}

test('with keys only signed requests count, from this machine too; two keys hold while one replaces the other', async (t) => {
  const [key, old] = ['n'.repeat(32), 'o'.repeat(32)];
  const { url } = await serve(t, await makeDataDir(t), () => {}, { serverKeys: [key, old] });
  const body = JSON.stringify({ viewerId: 'ann' });
  const timeS = Math.floor(Date.now() / 1000);
  const signed = { timeS, method: 'POST', path: '/v1/erase', body: Buffer.from(body) };
  const ask = async (header?: string) => (await erase(url, body, header ? { [SIGNATURE_HEADER]: header } : {})).status;
  assert.equal(await ask(), 401);
  assert.equal(await ask(signRequest(key, signed)), 200);
  assert.equal(await ask(signRequest(old, signed)), 200);
  assert.equal(await ask(signRequest('x'.repeat(32), signed)), 401);
  assert.equal(await ask(signRequest(key, { ...signed, path: '/v1/orders' })), 401, 'of another route');
  assert.equal(await ask(signRequest(key, { ...signed, body: Buffer.from('{}') })), 401, 'of another body');
  for (const offS of [-301, 330]) assert.equal(await ask(signRequest(key, { ...signed, timeS: timeS + offS })), 401);
  assert.equal(await ask('t=x,v1=y'), 401);
});

test('without keys only this machine is answered', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  assert.equal((await erase(url, { viewerId: 'ann' }, { 'x-forwarded-for': '1.2.3.4' })).status, 403);
});
