/**
 * How many events a second the collector takes for good, on this machine with the sender beside it: acknowledged means
 * journal and fdatasync, and the store answers questions all the while. Then three times as much as asked for, and what the
 * same disk does with nothing but an append and a sync.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeEvent } from '../support/server/events.mjs';
import { readMetrics, startServerProcess } from '../support/server/process.mjs';

const GOAL_PER_SECOND = 20_000;
const BATCH = 50;
/** What a sender has after an outage; fewer requests, so that the sender is not what gives in. */
const LARGE_BATCH = 500;
const GENERATOR = fileURLToPath(new URL('./ingest-generator.mjs', import.meta.url));

async function generate(options) {
  const child = spawn(process.execPath, [GENERATOR, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) output += text;
  return JSON.parse(output);
}

/** Returns the stop, which tells the most memory that the server had, in MiB, by its own word. */
function watchMemory(url) {
  let most = 0;
  const timer = setInterval(async () => {
    const { process_resident_memory_bytes: bytes = 0 } = await readMetrics(url).catch(() => ({}));
    most = Math.max(most, bytes / 1024 / 1024);
  }, 500);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** Asks for an insight every five seconds, as a dashboard does. Returns the stop, which tells the answers and the slowest, ms. */
function askMeanwhile(url) {
  let answers = 0;
  let failures = 0;
  let slowestMs = 0;
  const timer = setInterval(async () => {
    const asked = performance.now();
    const response = await fetch(`${url}/v1/insights/hctr?by=video`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200) answers += 1;
    else failures += 1;
    slowestMs = Math.max(slowestMs, performance.now() - asked);
  }, 5000);
  return () => {
    clearInterval(timer);
    return { answers, failures, slowestMs };
  };
}

async function countStored(url) {
  const response = await fetch(`${url}/v1/insights/counts`);
  const { rows } = await response.json();
  // viewers click here faster than any finger
  return rows.reduce((sum, { n, bots }) => sum + n + bots, 0);
}

/** Events a second that an append and an fdatasync of the same bytes take, a group at a time, and nothing else. */
async function probe(directory, seconds) {
  const lines = Array.from(
    { length: BATCH * 8 },
    (_, index) => `00000000 ${JSON.stringify({ receivedMs: 0, event: makeEvent(index) })}\n`,
  );
  const bytes = Buffer.from(lines.join(''));
  const file = await open(join(directory, 'probe'), 'w');
  const started = performance.now();
  let events = 0;
  while (performance.now() - started < seconds * 1000) {
    await file.write(bytes);
    await file.datasync();
    events += lines.length;
  }
  const perSecond = (events / (performance.now() - started)) * 1000;
  await file.close();
  return perSecond;
}

export async function measure({ seconds = 20, log }) {
  const directory = mkdtempSync(join(tmpdir(), 'ingest-'));
  const rows = [];
  const row = (name, value, unit, goal, reached, n) => rows.push({ name, value, unit, goal, reached, n });
  const server = await startServerProcess(join(directory, 'data'));
  try {
    // what is compiled in the first seconds is compiled once
    const warmUp = { url: server.url, perSecond: GOAL_PER_SECOND / 2, seconds: 3, batchSize: BATCH, connections: 64 };
    const warm = await generate(warmUp);
    log(`${GOAL_PER_SECOND} events/s for ${seconds} s, in batches of ${BATCH}`);
    const memory = watchMemory(server.url);
    const asked = askMeanwhile(server.url);
    const paced = await generate({
      url: server.url,
      perSecond: GOAL_PER_SECOND * 1.02,
      seconds,
      batchSize: BATCH,
      connections: 64,
    });
    const { answers, failures, slowestMs } = asked();
    const perSecond = paced.acknowledged / seconds;
    row(
      'durable events',
      perSecond,
      '1/s',
      GOAL_PER_SECOND,
      perSecond >= GOAL_PER_SECOND && paced.tookS < seconds + 1,
      paced.offered,
    );
    row('acknowledgement, median', paced.p50Ms, 'ms');
    row('acknowledgement, p99', paced.p99Ms, 'ms', 100, paced.p99Ms <= 100, paced.acknowledged / BATCH);
    row('insights meanwhile, one in 5 s: slowest', slowestMs, 'ms', undefined, failures ? false : undefined, answers);
    const lag = await readMetrics(server.url);
    row('store behind the journal at the end', lag.shoppable_projection_lag_bytes / 1024 / 1024, 'MiB');

    const over = Math.max(5, Math.round(seconds / 4));
    log(`three times as much for ${over} s`);
    const flood = await generate({
      url: server.url,
      perSecond: GOAL_PER_SECOND * 3,
      seconds: over,
      batchSize: LARGE_BATCH,
      connections: 256,
    });
    const told = Object.entries(flood.statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', ');
    log(`answers: ${told}; ${flood.retryAfter} with Retry-After; ${flood.unsent} events never offered`);
    row('3× overload: offered', flood.offered / flood.sentS, '1/s', GOAL_PER_SECOND * 3);
    row('3× overload: acknowledged', flood.acknowledged / flood.tookS, '1/s', undefined, undefined, flood.offered);
    row('3× overload: sent away with Retry-After', flood.retryAfter, 'batches');
    row('3× overload: p99', flood.p99Ms, 'ms');

    const acknowledged = warm.acknowledged + paced.acknowledged + flood.acknowledged;
    // what was stored and not acknowledged, as its connection broke, is more and not less
    const lost = Math.max(0, acknowledged - (await countStored(server.url)));
    row('acknowledged and not stored', lost, 'events', 0, lost === 0, acknowledged);
    const most = memory();
    row('memory, most', most, 'MiB', 512, most <= 512);
    row('exit status after SIGTERM', await server.stop(), '', 0);
    const bare = await probe(directory, 3);
    row('append and sync alone', bare, '1/s');
    row('durable events of that', perSecond / bare, 'share');
  } finally {
    server.child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
  return rows;
}
