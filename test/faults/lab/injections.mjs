/** What can go wrong on the way, one each. `early`: before the body is read. */
import { gzipSync } from 'node:zlib';
import { delay, holds } from './wait.mjs';

const STALL_MS = 30_000;
const whole = async (exchange, more) => exchange.forward(await exchange.body(), more);

export const pass = { name: 'pass', run: async (exchange) => exchange.answer(await whole(exchange)) };

export const resetBefore = { name: 'reset before the body', early: true, run: (exchange) => exchange.reset() };

export const resetMid = {
  name: 'reset mid body',
  async run(exchange) {
    const body = await exchange.body();
    await exchange.forward(body, {
      write: async (onward) => {
        onward.write(body.subarray(0, body.length / 2));
        await delay(50);
        onward.destroy();
      },
    });
    exchange.reset();
  },
};

export const resetAfter = {
  name: 'reset after the body',
  async run(exchange) {
    await exchange.body();
    exchange.reset();
  },
};

export const ackLost = {
  name: 'acknowledgement lost after commit',
  async run(exchange) {
    await whole(exchange);
    exchange.reset();
  },
};

/** Until the other side has enough of it. */
const trickle = async (bytes, write, gone) => {
  for (const byte of bytes) {
    if (gone()) return false;
    write(Buffer.of(byte));
    await delay(1_000);
  }
  return true;
};

export const slowUp = {
  name: '1 B/s towards the collector',
  async run(exchange) {
    const body = await exchange.body();
    const answer = await exchange.forward(body, {
      write: async (onward) => {
        const done = await trickle(
          body,
          (byte) => onward.write(byte),
          () => exchange.socket.destroyed,
        );
        if (done) onward.end();
        else onward.destroy();
      },
    });
    exchange.answer(answer);
  },
};

export const slowDown = {
  name: '1 B/s towards the browser',
  async run(exchange) {
    await whole(exchange);
    const text = 'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n\r\n';
    await trickle(
      Buffer.from(text),
      (byte) => exchange.socket.write(byte),
      () => exchange.socket.destroyed,
    );
  },
};

export const stall = {
  name: '30 s stall',
  async run(exchange) {
    const body = await exchange.body();
    await holds(() => false, STALL_MS, 500);
    exchange.answer(await exchange.forward(body));
  },
};

const gzipped = (name, damage) => ({
  name,
  run: async (exchange) =>
    exchange.answer(
      await exchange.forward(damage(gzipSync(await exchange.body())), { headers: { 'content-encoding': 'gzip' } }),
    ),
});
export const gzipTruncated = gzipped('truncated gzip', (bytes) => bytes.subarray(0, bytes.length / 2));
export const gzipCorrupt = gzipped('corrupt gzip', (bytes) => {
  for (let at = 12; at < bytes.length; at += 7) bytes[at] ^= 0x5a;
  return bytes;
});

export const bodyCut = {
  name: 'body cut short by a proxy',
  async run(exchange) {
    const body = await exchange.body();
    exchange.answer(await exchange.forward(body.subarray(0, body.length - 20)));
  },
};

/** Lets the next one go first. */
export const reorder = {
  name: 'reorder',
  async run(exchange) {
    const { entry, peers } = exchange;
    const body = await exchange.body();
    await holds(() => peers.some(({ n, status }) => n > entry.n && status), 3_000);
    exchange.answer(await exchange.forward(body));
  },
};

export const replay = {
  name: 'replay',
  async run(exchange) {
    const body = await exchange.body();
    const [answer] = await Promise.all([exchange.forward(body), exchange.forward(body)]);
    await exchange.forward(body);
    exchange.answer(answer);
  },
};

const drained = (name, answer, options) => ({
  name,
  async run(exchange) {
    await exchange.body();
    exchange.answer(answer, options);
  },
});
export const redirect = (status) =>
  drained(`redirect ${status}`, { status, headers: { location: '/elsewhere/v1/beacons' } });
export const status = (code, headers = {}, name = `${code}`) =>
  drained(name, { status: code, headers: { ...headers, 'access-control-expose-headers': 'Retry-After' } });
export const retryAfter = (code, value, name) => status(code, { 'retry-after': String(value) }, name);

const PORTAL = '<!doctype html><title>Welcome to our network</title><p>Please log in.';
const html = { 'content-type': 'text/html' };
export const captivePortal = drained('captive portal: 200 HTML', { status: 200, headers: html, body: PORTAL });
export const blindPortal = drained(
  'captive portal without CORS',
  { status: 200, headers: html, body: PORTAL },
  { cors: false },
);
export const portalLogin = drained(
  'redirect 302 to a log-in',
  { status: 302, headers: { location: '/login' } },
  { cors: false },
);

export const noCors = {
  name: 'missing CORS',
  run: async (exchange) => exchange.answer(await whole(exchange), { cors: false }),
};

/** The collector takes it, and then the answer is not what it was. */
const raw = (name, text) => ({
  name,
  async run(exchange) {
    await whole(exchange);
    exchange.socket.end(text);
  },
});
export const garbage = raw('an answer that is no HTTP', '\u0000\u0001\u0002 not HTTP at all\r\n\r\n');
export const cutHeaders = raw('an answer cut in its headers', 'HTTP/1.1 20');
export const emptyAnswer = raw('connection closed without an answer', '');
export const cutReply = raw(
  'a reply cut in its body',
  'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 500\r\n\r\n{"schema":"shoppable.reply/1","rej',
);
export const otherJson = drained('200 with JSON of somebody else', {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"ok":true,"rejected":[]}',
});

/** An endpoint that refuses one event with a plain status, and with it every batch that has it. */
export const poisoned = (code, name) => ({
  name: `${code} for one bad event`,
  judge: ({ events }) =>
    events.some(({ productId }) => productId === name) ? status(code, {}, `${code} for one bad event`) : undefined,
});

/** What a random fault is picked from: those that pass in a moment. */
export const QUICK = [
  ...[resetBefore, resetMid, resetAfter, ackLost, gzipTruncated, reorder, replay, captivePortal, noCors, garbage],
  ...[cutHeaders, emptyAnswer, cutReply, bodyCut, redirect(307)],
  ...[408, 500, 502, 503, 504].map((code) => status(code)),
  retryAfter(429, 1, '429 seconds'),
];
