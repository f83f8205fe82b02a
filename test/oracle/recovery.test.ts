/** What recovery reads of carts, orders and arms is the same on both engines. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readFacts } from '../../src/server/recovery/read-intents.js';
import { type Chdb26, openChdb } from './chdb.js';
import { carry, openHistory } from './same-rows.js';

let clickhouse: Chdb26;
before(async () => {
  clickhouse = await openChdb();
});
after(() => clickhouse.close());

test('carts, orders and arms', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'oracle-'));
  const store = await openHistory(join(directory, 'events.duckdb'), { views: 5_000 });
  try {
    await carry(store, clickhouse, 'recovery');
    const [span] = await store.query('SELECT max(at_ms) AS last FROM events', {});
    const nowMs = span!.last as number;
    const wanted = { nowMs, activeMs: nowMs - 14 * 24 * 3_600_000 };
    const [one, other] = [await readFacts(store.query, wanted), await readFacts(clickhouse.query, wanted)];
    const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    assert.ok(one.actions.length > 50 && one.orders.length && one.arms.size);
    assert.deepEqual([...other.actions].sort(byText), [...one.actions].sort(byText));
    assert.deepEqual([...other.orders].sort(byText), [...one.orders].sort(byText));
    assert.deepEqual([...other.arms].sort(byText), [...one.arms].sort(byText));
  } finally {
    await store.close();
    await rm(directory, { recursive: true });
  }
});
