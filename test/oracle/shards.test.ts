/** Rows that are spread over machines by viewer are counted on each apart, and the sum is what one machine counts. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Engine, insight } from '../../src/insights/insight.js';
import { METRICS } from '../../src/insights/metrics/index.js';
import { statements, storedIn } from '../../src/server/store/clickhouse/schema.js';
import type { EventStore } from '../../src/server/store/event-store.js';
import { type Chdb26, openChdb } from './chdb.js';
import { carry, openHistory } from './same-rows.js';

/** Metrics of viewers, whose counts of one viewer need the events of no other. */
const OF_VIEWERS = ['hctr', 'intentional'];

interface Counted {
  readonly k: number;
  readonly n: number;
}

async function counted(engine: Engine, name: string, by: string): Promise<Map<string, Counted>> {
  const question = { by, selection: {}, zone: 'UTC', options: {}, nowMs: Date.now() };
  const { rows } = await insight(METRICS.get(name)!, question, engine);
  // an arm is one of its experiment
  return new Map(rows.map((row) => [`${row.experiment} ${row[by]}`, { k: row.k!, n: row.n }]));
}

function sum(maps: readonly Map<string, Counted>[]): Map<string, Counted> {
  const all = new Map<string, Counted>();
  for (const map of maps) {
    for (const [key, { k, n }] of map) {
      const before = all.get(key) ?? { k: 0, n: 0 };
      all.set(key, { k: before.k + k, n: before.n + n });
    }
  }
  return all;
}

describe('two shards', () => {
  let clickhouse: Chdb26;
  let whole: EventStore;
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shards-'));
    whole = await openHistory(join(directory, 'events.duckdb'), { views: 10_000, seed: 7 });
    clickhouse = await openChdb();
    await carry(whole, clickhouse, 'whole');
    for (const shard of [0, 1]) {
      await clickhouse.run(`CREATE DATABASE shard_${shard}`);
      await clickhouse.run(`USE shard_${shard}`);
      for (const sql of statements()) await clickhouse.run(sql);
      const rows = storedIn('events');
      await clickhouse.run(`INSERT INTO ${rows} SELECT * FROM whole.${rows} WHERE cityHash64(viewer) % 2 = ${shard}`);
    }
  });
  after(async () => {
    clickhouse.close();
    await whole.close();
    await rm(directory, { recursive: true });
  });

  for (const name of OF_VIEWERS) {
    for (const by of Object.keys(METRICS.get(name)!.by)) {
      it(`${name} by ${by} of each sums to that of the whole`, async () => {
        const shards = [];
        for (const shard of [0, 1]) {
          await clickhouse.run(`USE shard_${shard}`);
          shards.push(await counted(clickhouse, name, by));
        }
        const all = await counted(whole, name, by);
        assert.ok(all.size && shards.every((map) => map.size && [...map.values()].some(({ k }) => k > 0)));
        assert.deepEqual(new Map([...sum(shards)].sort()), new Map([...all].sort()));
      });
    }
  }
});
