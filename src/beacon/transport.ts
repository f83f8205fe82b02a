import type { BeaconReply } from '../schema/beacon.js';
import { byteLength } from './batch.js';

/** How an endpoint answered. */
export interface TransportReply {
  /** Of HTTP; 0 when there was no answer. */
  readonly status: number;
  /** Not to be asked again before. */
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

/** All requests under way with `keepalive` share 64 KiB, and one more byte makes `fetch` fail (Fetch, HTTP-network fetch). */
const KEEPALIVE_BYTES = 64 * 1024;
const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

let underWay = 0;

/** `Retry-After` (RFC 9110 §10.2.3) in milliseconds, at most an hour; 0 when it says nothing. */
export const retryAfterMs = (value: string | null, nowMs = Date.now()): number =>
  Math.min(LONGEST_WAIT_MS, Math.max(0, +value! * 1000 || Date.parse(value!) - nowMs || 0));

/**
 * Posts with `fetch`, which gives a string the type text/plain;charset=UTF-8: no preflight. Where a page cannot leave a
 * `fetch` behind, `sendBeacon` carries the last ones; as it gives no answer, they count as not sent.
 */
export const fetchTransport: BeaconTransport = {
  async send(url, body, { final }) {
    if (final && !('keepalive' in Request.prototype)) {
      navigator.sendBeacon(url, body);
      return { status: 0 };
    }
    const bytes = byteLength(body);
    underWay += bytes;
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        keepalive: underWay <= KEEPALIVE_BYTES,
        credentials: 'omit',
        signal: AbortSignal.timeout?.(TIMEOUT_MS),
      });
      const reply = await response.json().catch(() => {});
      return {
        status: response.status,
        retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
        // asked by name, for a captive portal answers 200 too
        rejected: reply?.schema === 'shoppable.reply/1' ? reply.rejected : undefined,
      };
    } finally {
      underWay -= bytes;
    }
  },
};
