import type { CartReason, CartState } from '../cart/contract.js';
import type { Answer } from './shared-call.js';

/** A line as the shop holds it. Its `requestId` is ours where the platform keeps line properties, else its `key`. */
export type HeldLine = CartState['lines'][number] & { readonly key: string };

export interface HeldCart extends CartState {
  readonly lines: readonly HeldLine[];
  /** Rises with each change, on platforms that count them. */
  readonly version?: number;
}

/** What one answer says. With neither `cart` nor `refused` it says nothing, and the cart has to be read again. */
export interface Outcome {
  /** The lines of the cart as the answer gives them, or at least the one that was asked for. */
  readonly cart?: Pick<HeldCart, 'lines'>;
  /** The shop said no and took nothing. */
  readonly refused?: boolean;
  readonly reason?: CartReason;
  readonly message?: string;
  /** Not even looked at: ask again after so many ms. */
  readonly retryAfterMs?: number;
  /** Not taken, because the cart, its nonce or its id is out of date: read it and ask again. */
  readonly stale?: boolean;
}

/** What an HTTP status means on every platform (RFC 9110 §15.5, RFC 6585 §4). */
export function outcomeOfStatus({ status, headers, redirected, body }: Answer, message?: string): Outcome {
  const words = message ? { message } : {};
  if (status === 401 || status === 403 || (redirected && !body))
    return { refused: true, reason: 'login-required', ...words };
  if (status === 404) return { refused: true, reason: 'invalid-variant', ...words };
  if (status === 409) return { stale: true, reason: 'custom', ...words };
  if (status === 429) return { refused: true, reason: 'custom', ...words, retryAfterMs: retryAfterMs(headers) };
  return { reason: 'custom', ...words };
}

/** The header in ms (RFC 9110 §10.2.3: seconds or a date); a second where it says nothing. */
function retryAfterMs(headers: Headers): number {
  const value = headers.get('Retry-After') ?? '1';
  const seconds = Number(value);
  return Math.max(0, Number.isNaN(seconds) ? Date.parse(value) - Date.now() || 0 : seconds * 1000);
}
