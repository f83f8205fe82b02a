/**
 * The sender of `ingest.mjs`, in a process of its own: posts batches at a rate, whether the answers come or not, over
 * connections that are kept. Latency is counted from the moment at which a batch was due, so that a server that stalls
 * cannot hide it. What it offered, and what was acknowledged, is in its last message.
 */

import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { makeBatch, makeEvent } from '../support/server/events.mjs';

const { url, perSecond, seconds, batchSize, connections } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const endpoint = new URL('/v1/beacons', url);
const latenciesMs = [];
const statuses = {};
let offered = 0;
let acknowledged = 0;
let retryAfter = 0;
let waiting = 0;
let unsent = 0;
let sentS = 0;
let index = 0;

/** Events of many viewers as JSON, cut where id and time come in: the sender must not be what is measured. */
const TEMPLATES = Array.from({ length: 5000 }, (_, at) => {
  const { eventId, atMs, ...rest } = makeEvent(at);
  return `,${JSON.stringify(rest).slice(1)}`;
});
const RANDOM = randomBytes(6).toString('hex');
const [HEAD, TAIL] = JSON.stringify(makeBatch(['events'], { sentAtMs: 0 })).split('"events"]');

/** A UUIDv7 of this moment, of a random part that is this process's and a count. */
function nextId(time) {
  const count = index.toString(16).padStart(9, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3, 6)}-${RANDOM.slice(0, 9)}${count.slice(6)}`;
}

function makeBody() {
  const now = Date.now();
  const time = now.toString(16).padStart(12, '0');
  let events = '';
  for (let left = batchSize; left; left -= 1) {
    events += `${events && ','}{"eventId":"${nextId(time)}","atMs":${now}${TEMPLATES[index % TEMPLATES.length]}`;
    index += 1;
  }
  return `${HEAD.replace('"sentAtMs":0', `"sentAtMs":${now}`)}${events}]${TAIL}`;
}
/** A client that waits no longer gives up what it has; more than these are refused by ourselves. */
const MOST_WAITING = 20_000;

function send(dueMs) {
  const body = makeBody();
  offered += batchSize;
  waiting += 1;
  const headers = { 'content-type': 'text/plain;charset=UTF-8', 'content-length': Buffer.byteLength(body) };
  const done = (status, headersOfAnswer = {}) => {
    waiting -= 1;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (headersOfAnswer['retry-after']) retryAfter += 1;
    if (status !== 204) return;
    acknowledged += batchSize;
    latenciesMs.push(performance.now() - dueMs);
  };
  const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
    response.resume().on('end', () => done(response.statusCode, response.headers));
  });
  sent.on('error', (error) => done(error.code));
  sent.end(body);
  sentS = (performance.now() - started) / 1000;
}

const started = performance.now();
const everyMs = (1000 * batchSize) / perSecond;
let due = started;
const ticker = setInterval(() => {
  const now = performance.now();
  if (now - started > seconds * 1000) {
    clearInterval(ticker);
    setInterval(finish, 50);
    return;
  }
  for (; due <= now; due += everyMs) {
    if (waiting < MOST_WAITING) send(due);
    else unsent += batchSize;
  }
}, 2);

function finish() {
  if (waiting && performance.now() - started < (seconds + 60) * 1000) return;
  latenciesMs.sort((a, b) => a - b);
  const at = (share) => latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * share))];
  const tookS = (performance.now() - started) / 1000;
  const rows = {
    offered,
    acknowledged,
    statuses,
    retryAfter,
    unsent,
    sentS,
    tookS,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
  };
  process.stdout.write(`${JSON.stringify(rows)}\n`, () => process.exit(0));
}
