import type { CartReason, CartState } from '../cart/contract.js';
import type { Answer } from './shared-call.js';

/** A line as the shop holds it. Its `requestId` is ours where the platform keeps line properties, else its `key`. */
export type HeldLine = CartState['lines'][number] & { readonly key: string };

export interface HeldCart extends CartState {
  readonly lines: readonly HeldLine[];
  /** The cart's own id and version, on platforms whose changes name them. */
  readonly id?: string;
  readonly version?: number;
}

/** What one answer says. With neither `cart` nor `refused` it says nothing, and the cart has to be read. */
export interface Outcome {
  readonly cart?: HeldCart;
  /** The shop said no and took nothing. */
  readonly refused?: boolean;
  /** Why the cart has less than was asked for, if it has. */
  readonly reason?: CartReason;
  readonly message?: string;
  /** Not even looked at: ask again after so many ms. */
  readonly retryAfterMs?: number;
  /** Not taken, because the cart, its nonce or its id is out of date: read it and ask again. */
  readonly stale?: boolean;
}

const REFUSALS: Partial<Record<number, CartReason>> = {
  401: 'login-required',
  403: 'login-required',
  404: 'invalid-variant',
  429: 'custom',
};

/** What an answer means on every platform (RFC 9110 §15.5, RFC 6585 §4). A page instead of JSON is a sign-in page. */
export function outcomeOf(answer: Answer, message?: string): Outcome {
  const { status, headers, redirected, body, reason, unsent } = answer;
  const refusal = redirected && !body ? 'login-required' : REFUSALS[status];
  return {
    // What a server says of its own failure is not for shoppers.
    message: status < 500 ? message : undefined,
    reason: refusal ?? reason ?? 'custom',
    refused: Boolean(refusal ?? unsent),
    stale: status === 409,
    ...(status === 429 && { retryAfterMs: retryAfterMs(headers!) }),
  };
}

/** The header in ms (RFC 9110 §10.2.3: seconds or a date); a second where it says nothing. */
function retryAfterMs(headers: Headers): number {
  const value = headers.get('Retry-After') ?? '1';
  return Number(value) * 1000 || Math.max(0, Date.parse(value) - Date.now()) || 0;
}
