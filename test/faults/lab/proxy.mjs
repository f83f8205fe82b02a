/** Stands between browser and collector, and does to each request what its plan says. */
import { createServer, request as startRequest } from 'node:http';
import { eventsIn, nameOf } from './body.mjs';
import { pass } from './injections.mjs';

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const GONE = /^(ECONNRESET|EPIPE|ECONNREFUSED|ERR_STREAM_\w+)$/;

/** Those of the connection are made anew. */
const onwardHeaders = (headers) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(host|connection|transfer-encoding)$/.test(name)));

/**
 * @param {string} upstream the collector's address
 * @param {(entry: { n: number, events: object[] }) => Injection | undefined} plan asked for each POST, which `n` counts from
 *   0; nothing lets it pass. Where an injection has `early`, it is taken before the body is read.
 */
export async function startProxy(upstream, plan = () => undefined) {
  const entries = [];
  /** Names of products whose events the collector said that it took, and those of which the browser was told so too. */
  const taken = new Set();
  const acknowledged = new Set();
  const lossReports = new Map();
  const failures = [];
  let current = plan;
  let target = upstream;
  let count = 0;

  function exchangeOf(request, response, entry) {
    const { socket } = request;
    let body;
    const exchange = {
      request,
      response,
      socket,
      entry,
      get peers() {
        return entries;
      },
      body: () => (body ??= read(request)),
      /** @returns the collector's answer; 502 when there is none */
      async forward(bytes, { headers = {}, write } = {}) {
        const { status, ...answer } = await new Promise((resolve) => {
          const onward = startRequest(`${target}${request.url.replace('/elsewhere', '')}`, {
            method: request.method,
            headers: { ...onwardHeaders(request.headers), 'content-length': bytes.length, ...headers },
            agent: false,
          });
          onward.once('response', async (got) =>
            resolve({
              status: got.statusCode,
              headers: got.headers,
              body: await read(got).catch(() => Buffer.alloc(0)),
            }),
          );
          onward.once('error', () => resolve({ status: 502, headers: {}, body: Buffer.alloc(0) }));
          if (write) void write(onward);
          else onward.end(bytes);
        });
        const rejected = status === 200 ? (JSON.parse(answer.body.toString() || '{}').rejected ?? []) : [];
        const refused = new Set(rejected.map(({ eventId }) => eventId));
        const took =
          status === 200 || status === 204 ? eventsIn(bytes).filter(({ eventId }) => !refused.has(eventId)) : [];
        for (const event of took) {
          if (event.productId) taken.add(nameOf(event.productId));
          if (event.type === 'loss_report') lossReports.set(event.eventId, event);
        }
        entry.upstream = status;
        return { status, ...answer, took };
      },
      answer({ status, headers = {}, body: text = '', took = [] }, { cors = true } = {}) {
        entry.status = status;
        const kept = Object.fromEntries(
          Object.entries({ ...headers, ...(cors && { 'access-control-allow-origin': '*' }) }).filter(
            ([name]) =>
              !/^(connection|transfer-encoding|content-length|keep-alive)$/.test(name) &&
              (cors || !/^access-control/.test(name)),
          ),
        );
        if (response.destroyed || socket.destroyed) return;
        response.writeHead(status, kept).end(text);
        response.once('finish', () => {
          for (const { productId } of took) if (productId) acknowledged.add(nameOf(productId));
        });
      },
      /** Cuts the connection as a dead peer does (RST). */
      reset: () => socket.resetAndDestroy(),
    };
    return exchange;
  }

  const server = createServer(async (request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    const entry = {
      n: request.method === 'POST' ? count++ : -1,
      method: request.method,
      atMs: Date.now(),
      url: request.url,
    };
    const exchange = exchangeOf(request, response, entry);
    try {
      if (request.method !== 'POST') return await pass.run(exchange);
      entries.push(entry);
      const early = current(entry);
      entry.fault = early?.name;
      if (early?.early) return await early.run(exchange);
      const bytes = await exchange.body();
      entry.bytes = bytes.length;
      entry.events = eventsIn(bytes);
      const injection = early?.judge ? early.judge(entry) : early;
      entry.fault = injection?.name;
      await (injection ?? pass).run(exchange);
    } catch (error) {
      // a browser that has gone is a part of the run, anything else is a fault of the proxy
      if (!GONE.test(error.code)) failures.push(error);
      request.socket.destroy();
    }
  });
  server.on('clientError', (_, socket) => socket.destroy());

  let port = 0;
  const listen = () =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        ({ port } = server.address());
        resolve();
      });
    });
  await listen();
  const proxy = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    entries,
    taken,
    acknowledged,
    /**
     * How many events the player has reported as lost, of the types that the ledger makes, from the reports that the collector
     * took.
     */
    get reportedLost() {
      return [...lossReports.values()].reduce(
        (sum, { lost }) => sum + (lost.product_view ?? 0) + (lost.buy_now ?? 0),
        0,
      );
    },
    get lossReports() {
      return [...lossReports.values()];
    },
    has: (names) => names.every((name) => taken.has(name)),
    /** Another plan from now on, and its `n` from 0; without one nothing is wrong any more. */
    plan(next = () => undefined) {
      current = next;
      count = 0;
    },
    upstream(next) {
      target = next;
    },
    /** Nobody listens any more: connections are refused, until `open`. */
    async refuse() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    open: listen,
    /** @throws what went wrong in the proxy itself */
    async close() {
      if (server.listening) await proxy.refuse();
      if (failures.length) throw failures[0];
    },
  };
  return proxy;
}

/** The plan that does this to the first `count` requests. */
export const first =
  (count, injection) =>
  ({ n }) =>
    n < count ? injection : undefined;
