import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';
import { createErasures } from '../../../../src/server/erase/erasure.js';
import { openJournal } from '../../../../src/server/journal/journal.js';
import { openDuckdb } from '../../../../src/server/store/duckdb.js';
import type { Applied, EventStore, Page } from '../../../../src/server/store/event-store.js';
import { startProjection } from '../../../../src/server/store/projection.js';
import { systemClock } from '../../../../src/shared/clock.js';
import { makeDataDir, makeEvent } from '../fixture.js';

const stored = (fields = {}) =>
  ({
    receivedMs: 1,
    sentMs: 1,
    site: 'shop',
    sdk: 't',
    bot: false,
    event: makeEvent(fields),
  }) as unknown as StoredEvent;

async function setUp(t: TestContext) {
  const directory = await makeDataDir(t);
  const journal = await openJournal(join(directory, 'journal'), { segmentBytes: 2000 });
  const store = await openDuckdb(join(directory, 'events.duckdb'), assert.fail);
  t.after(async () => {
    await journal.close();
    await store.close();
  });
  const count = async () => (await store.query('SELECT count(*) AS n FROM events', {}))[0]!.n;
  return { journal, store, count };
}

async function follow(
  t: TestContext,
  parts: { journal: Awaited<ReturnType<typeof openJournal>>; store: Pick<EventStore, 'position' | 'apply'> },
  warn: (message: string) => void = assert.fail,
) {
  const projection = await startProjection({
    ...parts,
    erasures: createErasures(),
    clock: systemClock,
    warn,
    lingerMs: 1,
  });
  t.after(() => projection.close());
  return projection;
}

test('what was appended before the call is in the store after it', async (t) => {
  const { journal, store, count } = await setUp(t);
  await journal.append([stored(), stored()]);
  const projection = await follow(t, { journal, store });
  await projection.catchUp();
  assert.equal(await count(), 2);
  for (let n = 3; n < 30; n += 1) {
    await journal.append([stored()]);
    await projection.catchUp();
    assert.equal(await count(), n);
  }
  assert.ok(journal.end.segment > 1, 'it crossed segments');
  assert.deepEqual(await store.position(), journal.end);
});

test('without anybody asking, it follows by itself', async (t) => {
  const { journal, store } = await setUp(t);
  const projection = await follow(t, { journal, store });
  await journal.append([stored()]);
  while (!projection.isCaughtUp) await new Promise(setImmediate);
  assert.deepEqual(await store.position(), journal.end);
});

test('a crash before or after the commit, at any page, counts nothing twice and loses nothing', async (t) => {
  const { journal, store, count } = await setUp(t);
  const events = Array.from({ length: 40 }, () => stored());
  for (const event of events) await journal.append([event, event]);
  for (const commits of [false, true, false, true]) {
    const crashing = {
      position: store.position,
      async apply(page: Page): Promise<Applied> {
        if (commits) await store.apply(page);
        throw new Error('killed');
      },
    };
    const projection = await follow(t, { journal, store: crashing }, () => {});
    await assert.rejects(projection.catchUp(), /killed/);
    await projection.close();
  }
  const projection = await follow(t, { journal, store });
  await projection.catchUp();
  assert.equal(await count(), events.length);
});

test('a store that fails for a while is warned of once and served when it is back', async (t) => {
  const { journal, store, count } = await setUp(t);
  let isDown = true;
  const shaky = {
    position: store.position,
    apply: (page: Page) => (isDown ? Promise.reject(new Error('down')) : store.apply(page)),
  };
  const warnings: string[] = [];
  const projection = await follow(t, { journal, store: shaky }, (message) => warnings.push(message));
  await journal.append([stored()]);
  await assert.rejects(projection.catchUp(), /down/);
  await assert.rejects(projection.catchUp(), /down/);
  assert.equal(warnings.length, 1);
  isDown = false;
  await projection.catchUp();
  assert.equal(await count(), 1);
});
