import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDuckdb } from '../../../../src/server/store/duckdb.js';
import { ask, makeBatch, makeClick, makeDataDir, makeEvent, post, serve } from '../fixture.js';

test('a server rolls up what is old when it starts, answers as before, and knows what is sent again', async (t) => {
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir);
  const batch = makeBatch([makeEvent(), makeClick(), makeEvent({ viewerId: 'bob', viewId: 'view-2' })]);
  await post(first.url, batch);
  const wanted = await ask(first.url, 'hctr');
  assert.equal(wanted.rows[0]!.n, 2);
  await first.close();

  const settings = { store: { rawDays: 1e-9 } };
  const second = await serve(t, dataDir, undefined, { settings });
  await post(second.url, batch);
  assert.deepEqual(await ask(second.url, 'hctr'), wanted);
  await second.close();

  const store = await openDuckdb(join(dataDir, 'events.v1.duckdb'), assert.fail);
  const count = async (table: string) => (await store.query(`SELECT count(*) AS n FROM ${table}`, {}))[0]!.n;
  assert.deepEqual([await count('events_rows'), await count('rolled_events'), await count('kept_events')], [0, 2, 1]);
  await store.close();

  const anew = await serve(t, dataDir, undefined, { settings, rebuild: true });
  assert.deepEqual(await ask(anew.url, 'hctr'), wanted);
});

test('with ClickHouse it is said that nothing is rolled up', async (t) => {
  const warnings: string[] = [];
  const options = { settings: { store: { rawDays: 30 } }, clickhouse: { url: 'http://127.0.0.1:9' } };
  await assert.rejects(serve(t, await makeDataDir(t), (message) => warnings.push(message), options));
  assert.match(warnings.join(), /`store.rawDays` is for DuckDB/);
});
