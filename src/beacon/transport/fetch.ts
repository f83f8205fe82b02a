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

const outlives = (bytes: number) => 'keepalive' in Request.prototype && bytes <= keepaliveRoom();

/** Begins the request before it returns. `fetch` gives a string the type text/plain;charset=UTF-8: no preflight. */
async function post(url: string, body: string | Blob, bytes: number): Promise<TransportReply> {
  const keepalive = outlives(bytes);
  const release = takeRoom(keepalive ? bytes : 0);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      keepalive,
      credentials: 'omit',
      signal: AbortSignal.timeout?.(TIMEOUT_MS),
    });
    const reply = parsed(await response.text()) as { schema?: unknown; rejected?: [] } | null;
    const { status, headers } = response;
    noteEncodings(url, headers.get('accept-encoding'));
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

/**
 * Posts with `fetch`. Where a page cannot leave one behind, `sendBeacon` carries the last ones; as it gives no answer, they
 * count as not sent.
 */
export const fetchTransport: Transport = {
  async send(url, body, { final }) {
    const bytes = byteLength(body);
    if (!final || outlives(bytes)) return post(url, body, bytes);
    navigator.sendBeacon(url, body);
    return { status: 0 };
  },
  pack: (url, body) =>
    gzip(url, body)?.then((packed) => async () => {
      const reply = await post(url, packed, packed.size);
      if (!/^4(00|15|22)$/.test(`${reply.status}`) || reply.rejected) return reply;
      // It may be the encoding that it does not understand: the same again, as text.
      refuseGzip(url);
      return post(url, body, byteLength(body));
    }),
};
