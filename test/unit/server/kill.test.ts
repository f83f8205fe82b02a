/** The real server in a process of its own, killed while clients send. `KILLS=500 SEED=7` runs it for longer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runKills } from '../../support/server/kill-run.mjs';
import { makeDataDir } from './fixture.js';

const KILLS = Number(process.env.KILLS || 6);
const SEED = Number(process.env.SEED || Date.now() % 1e6);

test(`kill -9 at ${KILLS} random points (SEED=${SEED}): nothing lost, nothing twice`, async (t) => {
  const onKill = process.env.KILLS
    ? ({ kill, offered, readyMs }: { kill: number; offered: number; readyMs: number }) =>
        t.diagnostic(`kill ${kill}: ${offered} offered, ready after ${Math.round(readyMs)} ms`)
    : undefined;
  const run = await runKills({
    dataDir: await makeDataDir(t),
    kills: KILLS,
    seed: SEED,
    env: { JOURNAL_SEGMENT_BYTES: '1000000' },
    onKill,
  });
  t.diagnostic(JSON.stringify(run));
  assert.ok(run.offered > 100);
  assert.ok(run.broken > 0, 'some were under way when it was killed');
  assert.deepEqual([run.lost, run.duplicate], [0, 0]);
  assert.equal(run.counted, run.offered);
  assert.equal(run.exitStatus, 0);
});
