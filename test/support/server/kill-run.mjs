/**
 * Clients that send while the server is killed at random points and started again. What is counted is what was offered:
 * each event has its line in the ledger before it is sent, and is sent with the same id until it is acknowledged.
 */

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { seeded } from '../random.mjs';
import { makeBatch, makeEvent } from './events.mjs';
import { startServerProcess } from './process.mjs';

/** The ids in the database of a server that is not running, each as often as it is there. */
async function readStoredIds(dataDir) {
  const instance = await DuckDBInstance.create(join(dataDir, 'events.v1.duckdb'));
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll('SELECT event_id::VARCHAR AS id FROM events')).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map(([id]) => id);
}

/** A program's own name would make its events a bot's. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

/** Sends one batch until it is acknowledged. */
async function deliver(url, body, stats) {
  for (;;) {
    stats.tries += 1;
    try {
      const response = await fetch(`${url}/v1/beacons`, {
        method: 'POST',
        body,
        headers: { 'user-agent': BROWSER },
        signal: AbortSignal.timeout(5_000),
      });
      if (response.status === 204) return;
      stats.refusals += 1;
    } catch {
      stats.broken += 1;
    }
    await wait(20);
  }
}

/**
 * @param kills how often
 * @param longestMs from one start to the next kill
 * @param onKill told after each restart
 */
export async function runKills({ dataDir, kills, seed, senders = 8, batchSize = 20, longestMs = 900, env, onKill }) {
  const random = seeded(seed);
  let server = await startServerProcess(dataDir, { env });
  const { url } = server;
  const port = new URL(url).port;
  const ledger = [];
  const stats = { tries: 0, refusals: 0, broken: 0 };
  let sending = true;
  let index = 0;

  async function sender() {
    while (sending) {
      const events = Array.from({ length: batchSize }, () => makeEvent(index++));
      for (const { eventId } of events) ledger.push(eventId);
      await deliver(url, JSON.stringify(makeBatch(events)), stats);
    }
  }
  const all = Promise.all(Array.from({ length: senders }, sender));

  let slowestReadyMs = server.readyMs;
  for (let kill = 1; kill <= kills; kill += 1) {
    await wait(random() * longestMs);
    await server.stop('SIGKILL');
    server = await startServerProcess(dataDir, { env: { ...env, PORT: port } });
    slowestReadyMs = Math.max(slowestReadyMs, server.readyMs);
    onKill?.({ kill, offered: ledger.length, readyMs: server.readyMs });
  }
  sending = false;
  await all;
  // an insight has all that was acknowledged before it
  const answer = await fetch(`${url}/v1/insights/counts`);
  // where a fast machine has a viewer click twice within 100 ms, that is a program
  const counted = (await answer.json()).rows.reduce((sum, { n, bots }) => sum + n + bots, 0);
  const exitStatus = await server.stop();
  const stored = await readStoredIds(dataDir);
  const distinct = new Set(stored);
  return {
    seed,
    kills,
    offered: ledger.length,
    stored: stored.length,
    counted,
    lost: ledger.filter((id) => !distinct.has(id)).length,
    duplicate: stored.length - distinct.size,
    slowestReadyMs,
    exitStatus,
    ...stats,
  };
}
