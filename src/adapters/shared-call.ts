import type { CartReason } from '../cart/contract.js';
import { type Clock, systemClock } from '../shared/clock.js';

export interface CallOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
  /**
   * How long one request may take, ms. Default 6000: below the player's own ten seconds, so that there is time left to
   * read the cart and see what became of a request without an answer.
   */
  readonly timeoutMs?: number;
}

export interface Answer {
  /** 0: no answer came. */
  readonly status: number;
  readonly headers?: Headers;
  readonly redirected?: boolean;
  /** The parsed JSON; `undefined` when the body is none, as a captive portal's page or a broken answer. */
  // biome-ignore lint/suspicious/noExplicitAny: a platform's answer, of which each adapter reads a few fields
  readonly body?: any;
  /** Why no answer came. */
  readonly reason?: CartReason;
  /** There was no connection to send it on. */
  readonly unsent?: boolean;
}

export type Call = (
  method: string,
  url: string,
  signal: AbortSignal,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/**
 * A fetch of JSON with a time limit.
 * @returns rejects only when the signal aborted
 */
export function createCall({ fetch, clock = systemClock, timeoutMs = 6000 }: CallOptions): Call {
  return async (method, url, signal, body, headers) => {
    signal.throwIfAborted();
    // Never a reason not to try: some machines say so that are not. But what fails then was not sent either.
    const offline = globalThis.navigator?.onLine === false;
    const limit = new AbortController();
    const end = () => limit.abort();
    const timer = clock.setTimeout(end, timeoutMs);
    signal.addEventListener('abort', end);
    try {
      const response = await (fetch ?? globalThis.fetch)(url, {
        method,
        headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
        body: body && JSON.stringify(body),
        signal: limit.signal,
      } as RequestInit);
      const text = await response.text();
      const { status, headers: given, redirected } = response;
      return { status, headers: given, redirected, body: parse(text) };
    } catch {
      signal.throwIfAborted();
      return limit.signal.aborted
        ? { status: 0, reason: 'timeout' }
        : { status: 0, reason: 'network', unsent: offline };
    } finally {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', end);
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
