import type { CartReason } from '../cart/contract.js';
import { startExpiry } from '../cart/expiry.js';
import { type Clock, systemClock } from '../shared/clock.js';

/** What every adapter takes, each with a default that a page needs not change. */
export interface CallOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  /**
   * How long one request may take, ms. Below the player's own ten seconds, so that there is time left to read the cart
   * and see what became of a request without an answer.
   */
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly redirected: boolean;
  /** The parsed JSON; `undefined` when the body is none, as a captive portal's page or a broken answer. */
  // biome-ignore lint/suspicious/noExplicitAny: a platform's answer, of which each adapter reads a few fields
  readonly body: any;
}

/** No usable answer came, so what the shop did is not known. A `TypeError`, as a fetch without a response gives. */
export class Lost extends TypeError {
  constructor(
    readonly reason: CartReason,
    cause?: unknown,
  ) {
    super('The shop gave no usable answer: check its address, its CORS headers and the connection.', { cause });
  }
}

export type Call = (method: string, url: string, signal: AbortSignal, init?: CallInit) => Promise<Answer>;

export interface CallInit {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A fetch of JSON with a time limit.
 * @returns rejects with {@link Lost} (`network` or `timeout`), or with the signal's reason when that aborted
 */
export function createCall({ fetch, clock = systemClock, timeoutMs = 6000 }: CallOptions): Call {
  return async (method, url, signal, { body, headers } = {}) => {
    signal.throwIfAborted();
    const limit = new AbortController();
    const { over, stop } = startExpiry(clock, timeoutMs, signal);
    const end = () => limit.abort();
    over.then(end, end);
    try {
      const response = await (fetch ?? globalThis.fetch)(url, {
        method,
        credentials: 'same-origin',
        headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: limit.signal,
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        redirected: response.redirected,
        body: parse(text),
      };
    } catch (error) {
      signal.throwIfAborted();
      throw new Lost(limit.signal.aborted ? 'timeout' : 'network', error);
    } finally {
      stop();
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
