import type { Refusal } from './speaker.js';

/** What goes wrong with a request. */
export interface Fault {
  /**
   * A refusal in the platform's own words; or `malformed` (half of the JSON arrives), `nonsense` (JSON of
   * another shape), `sign-in` (a redirect to a page), `hang` (no answer ever), `stall` (half of one), `cut` (the socket
   * is destroyed), `twice` (delivered twice, as browsers do on a kept connection that breaks).
   */
  readonly kind: Refusal | 'malformed' | 'nonsense' | 'sign-in' | 'hang' | 'stall' | 'cut' | 'twice';
  /** The shop did what it was asked first, and only the answer is spoilt. */
  readonly committed?: boolean;
  /** Default: changes of lines only. */
  readonly on?: 'changes' | 'reads' | 'all';
  /** How many requests. Default 1. */
  readonly times?: number;
  /** For `busy`, seconds. Default 1. */
  readonly retryAfterS?: number;
  /** For `busy`: the time to wait until as a date. */
  readonly asDate?: boolean;
}
