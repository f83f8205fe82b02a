import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';
import { openDuckdb } from '../../../../src/server/store/duckdb.js';
import { makeClick, makeDataDir, makeEvent } from '../fixture.js';

const stored = (event = makeEvent()) =>
  ({ receivedMs: 2_000, sentMs: 1_000, site: 'shop', sdk: 't', bot: false, event }) as unknown as StoredEvent;

async function open(t: TestContext, warn: (message: string) => void = assert.fail) {
  const path = join(await makeDataDir(t), 'events.duckdb');
  const store = await openDuckdb(path, warn);
  t.after(() => store.close());
  return store;
}

test('an event becomes a row, and what it does not have is null', async (t) => {
  const store = await open(t);
  const click = makeClick({ atMs: 900.4, campaign: { id: 'c' }, viewerId: undefined, hotspotId: 'nul\u0000 💡' });
  await store.apply({ events: [stored(click)], next: { segment: 1, offset: 10 } });
  const [row] = await store.query(
    'SELECT event_id::VARCHAR AS id, at_ms, client_at_ms, viewer, campaign_id, campaign_source, hotspot_id, via, rate FROM events',
    {},
  );
  assert.deepEqual(row, {
    id: click.eventId,
    at_ms: 1900,
    client_at_ms: 900,
    viewer: 's:session-1',
    campaign_id: 'c',
    campaign_source: null,
    hotspot_id: 'nul\u0000 💡',
    via: 'hotspot',
    rate: null,
  });
  assert.deepEqual(await store.position(), { segment: 1, offset: 10 });
});

test('an event comes in once, be it twice in a page or in two, old or new', async (t) => {
  const store = await open(t);
  const [old, first, second] = [
    makeEvent({ eventId: '00000000-0001-7000-8000-000000000000' }),
    makeEvent(),
    makeEvent(),
  ];
  await store.apply({ events: [stored(first), stored(first), stored(old)], next: { segment: 1, offset: 1 } });
  await store.apply({ events: [stored(old), stored(second), stored(first)], next: { segment: 1, offset: 2 } });
  const rows = await store.query('SELECT event_id::VARCHAR AS id FROM events ORDER BY event_id', {});
  assert.deepEqual(
    rows.map(({ id }) => id),
    [old.eventId, ...[first.eventId, second.eventId].sort()],
  );
});

test('a page larger than a chunk of the engine', async (t) => {
  const store = await open(t);
  await store.apply({ events: Array.from({ length: 5000 }, () => stored()), next: { segment: 1, offset: 1 } });
  assert.deepEqual(await store.query('SELECT count(*) AS n FROM events', {}), [{ n: 5000 }]);
});

test('a page that fails leaves neither rows nor position behind', async (t) => {
  const store = await open(t);
  await store.apply({ events: [stored()], next: { segment: 1, offset: 1 } });
  await assert.rejects(
    store.apply({ events: [stored(), stored(makeEvent({ eventId: 'none' }))], next: { segment: 1, offset: 2 } }),
  );
  assert.deepEqual(await store.position(), { segment: 1, offset: 1 });
  await store.apply({ events: [stored()], next: { segment: 1, offset: 3 } });
  assert.deepEqual(await store.query('SELECT count(*) AS n FROM events', {}), [{ n: 2 }]);
});

test('a file that is no database is replaced with a warning', async (t) => {
  const path = join(await makeDataDir(t), 'events.duckdb');
  await writeFile(path, 'garbage'.repeat(1000));
  const warnings: string[] = [];
  const store = await openDuckdb(path, (message) => warnings.push(message));
  t.after(() => store.close());
  assert.equal(await store.position(), undefined);
  assert.equal(warnings.length, 1);
});
