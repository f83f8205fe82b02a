import type { BeaconReply } from '../schema/beacon.js';

/** How an endpoint answered. */
export interface TransportReply {
  /** Of HTTP; 0 when there was no answer. */
  readonly status: number;
  readonly retryAfterMs?: number;
  /** The events that the endpoint will never take; with this list, even an empty one, all others are taken. */
  readonly rejected?: BeaconReply['rejected'];
}

/** How batches leave the page. */
export interface BeaconTransport {
  /**
   * @param options.final the page may end now: the request has to outlive it
   * @returns the answer; a rejection counts as no answer
   */
  send(url: string, body: string, options: { final: boolean }): Promise<TransportReply>;
}

/** All requests under way with `keepalive` share 64 KiB, and one more byte makes `fetch` fail (Fetch, main fetch). */
const KEEPALIVE_BYTES = 64 * 1024;
const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** `Retry-After` (RFC 9110 §10.2.3) in milliseconds, at most an hour; undefined when it says nothing. */
export function retryAfterMs(value: string | null, nowMs = Date.now()): number | undefined {
  const ms = value ? (Number.isNaN(+value) ? Date.parse(value) - nowMs : +value * 1000) : Number.NaN;
  return ms >= 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}

/** Posts with `fetch`, which gives a string the type text/plain;charset=UTF-8: no preflight. */
export function createFetchTransport(): BeaconTransport {
  let underWay = 0;
  return {
    async send(url, body, { final }) {
      if (final && !('keepalive' in Request.prototype)) {
        navigator.sendBeacon(url, body);
        return { status: 0 };
      }
      const bytes = new TextEncoder().encode(body).length;
      const keepalive = underWay + bytes <= KEEPALIVE_BYTES;
      if (keepalive) underWay += bytes;
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          keepalive,
          credentials: 'omit',
          signal: AbortSignal.timeout?.(TIMEOUT_MS),
        });
        const reply = await response.json().catch(() => {});
        return {
          status: response.status,
          retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
          // a captive portal answers 200 too
          rejected: reply?.schema === 'shoppable.reply/1' ? reply.rejected : undefined,
        };
      } finally {
        if (keepalive) underWay -= bytes;
      }
    },
  };
}
