/** A sender without a browser, for numbers that no browser makes: it sends each batch until it is acknowledged. */
import { Agent, request } from 'node:http';
import { uuidv7 } from '../../support/server/events.mjs';
import { delay } from './wait.mjs';

export const eventFor = (name, seq = 0, more = {}) => ({
  eventId: uuidv7(),
  seq,
  type: 'product_view',
  atMs: Date.now(),
  idScope: 'none',
  sessionId: 'faults',
  viewId: 'faults',
  videoId: 'faults',
  productId: name,
  ...more,
});

export const batchOf = (events, site = 'faults') =>
  JSON.stringify({
    schema: 'shoppable.beacon/1',
    sdk: 'faults',
    site,
    batchId: uuidv7(),
    sentAtMs: Date.now(),
    events,
  });

/** @returns {Promise<{ status: number, retryAfter?: string, text: string }>} status 0 without an answer */
export function post(url, body, agent) {
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/beacons`, {
      method: 'POST',
      agent,
      timeout: 30_000,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'content-length': Buffer.byteLength(body) },
    });
    const none = () => resolve({ status: 0, text: '' });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', none);
    sent.on('response', async (response) => {
      let text = '';
      try {
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'], text });
      } catch {
        none();
      }
    });
    sent.end(body);
  });
}

/**
 * Keeps `width` requests under way until `more()` has no more names. The ledger has a name before it is sent.
 * @param {object} how `more()` gives, or promises, the names of the next batch
 * @returns {Promise<{ acknowledged: Set<string>, latenciesMs: number[], statuses: Record<number, number>, withoutRetryAfter: number }>}
 */
export async function sendAll(url, { more, width, ledger, insistent = true, site }) {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const acknowledged = new Set();
  const latenciesMs = [];
  const statuses = {};
  let withoutRetryAfter = 0;
  const worker = async () => {
    for (let names = await more(); names; names = await more()) {
      ledger?.offer(names);
      const body = batchOf(
        names.map((name, seq) => eventFor(name, seq)),
        site,
      );
      for (;;) {
        const from = performance.now();
        const { status, retryAfter } = await post(url, body, agent);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === 204 || status === 200) {
          latenciesMs.push(performance.now() - from);
          for (const name of names) acknowledged.add(name);
          break;
        }
        if ((status === 429 || status === 503) && !retryAfter) withoutRetryAfter += 1;
        if (!insistent) break;
        await delay(status ? 100 : 20);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  agent.destroy();
  return { acknowledged, latenciesMs, statuses, withoutRetryAfter };
}

/**
 * Sends at this rate, whatever the answers are, and each batch once.
 * @returns the same as `sendAll`, and how many events a second were offered
 */
export async function sendAtRate(url, { batchesPerS, forMs, size, label, ledger }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const acknowledged = new Set();
  const statuses = {};
  let withoutRetryAfter = 0;
  const from = performance.now();
  const underWay = [];
  const next = batches(label, Number.POSITIVE_INFINITY, size);
  while (performance.now() - from < forMs) {
    const due = Math.floor(((performance.now() - from) / 1_000) * batchesPerS);
    while (underWay.length < due) {
      const names = ledger.offer(next());
      const sent = post(url, batchOf(names.map((name, seq) => eventFor(name, seq))), agent);
      underWay.push(
        sent.then(({ status, retryAfter }) => {
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (status === 204) for (const name of names) acknowledged.add(name);
          else if ((status === 429 || status === 503) && !retryAfter) withoutRetryAfter += 1;
        }),
      );
      if (performance.now() - from > forMs) break;
    }
    await delay(2);
  }
  const perS = (underWay.length * size) / (forMs / 1_000);
  await Promise.all(underWay);
  agent.destroy();
  return { acknowledged, statuses, withoutRetryAfter, perS };
}

/** Names of the next batch, until there were `total`. */
export function batches(label, total, size) {
  let made = 0;
  return () => {
    if (made >= total) return undefined;
    const count = Math.min(size, total - made);
    const names = Array.from({ length: count }, (_, i) => `${label}.${made + i}`);
    made += count;
    return names;
  };
}

export const percentile = (values, share) =>
  values.length
    ? [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
    : Number.NaN;
