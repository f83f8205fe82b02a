import { byteLength } from '../../shared/byte-length.js';
import { gzip, noteEncodings, refuseGzip } from './gzip.js';
import { keepaliveRoom, takeRoom } from './quota.js';
import { retryAfterMs } from './retry-after.js';
import type { Transport, TransportReply } from './transport.js';

const TIMEOUT_MS = 30_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Begins the request before it returns. `fetch` gives a string the type text/plain;charset=UTF-8: no preflight. */
async function post(url: string, body: string | Blob, bytes: number, keepalive: boolean): Promise<TransportReply> {
  const release = takeRoom(keepalive ? bytes : 0);
  try {
    const { status, headers, text } = await fetch(url, {
      method: 'POST',
      body,
      keepalive,
      credentials: 'omit',
      signal: AbortSignal.timeout?.(TIMEOUT_MS),
    }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }));
    noteEncodings(url, headers.get('accept-encoding'));
    const reply = parsed(text) as { schema?: unknown; rejected?: [] } | null;
    return {
      status,
      retryAfterMs: retryAfterMs(headers.get('retry-after')),
      // Asked by name, for a captive portal answers 200 too.
      rejected: reply?.schema === 'shoppable.reply/1' ? (reply.rejected ?? []) : undefined,
      body: reply,
    };
  } finally {
    release();
  }
}

const outlives = (bytes: number) => 'keepalive' in Request.prototype && bytes <= keepaliveRoom();

/**
 * Posts with `fetch`. Where a page cannot leave one behind, `sendBeacon` carries the last ones; as it gives no answer, they
 * count as not sent.
 */
export const fetchTransport: Transport = {
  async send(url, body, { final }) {
    const bytes = byteLength(body);
    const keepalive = outlives(bytes);
    if (!final || keepalive) return post(url, body, bytes, keepalive);
    navigator.sendBeacon(url, body);
    return { status: 0 };
  },
  pack: (url, body) =>
    gzip(url, body)?.then((packed) => async () => {
      const reply = await post(url, packed, packed.size, outlives(packed.size));
      if (!/^4(00|15|22)$/.test(`${reply.status}`) || reply.rejected) return reply;
      // It may be the encoding that it does not understand: the same again, as text.
      refuseGzip(url);
      const bytes = byteLength(body);
      return post(url, body, bytes, outlives(bytes));
    }),
};
