import type { Refusal } from './speaker.js';

/** What goes wrong with a request. */
export interface Fault {
  /**
   * A refusal in the platform's own words; or `malformed` (half of the JSON arrives), `nonsense` (JSON of
   * another shape), `hang` (no answer ever), `cut` (the socket is destroyed).
   */
  readonly kind: Refusal | 'malformed' | 'nonsense' | 'hang' | 'cut';
  /** The shop did what it was asked first, and only the answer is spoilt. */
  readonly committed?: boolean;
  /** Default: changes of lines only. */
  readonly on?: 'changes' | 'reads' | 'all';
  /** How many requests. Default 1. */
  readonly times?: number;
  /** For `busy`, seconds. Default 1. */
  readonly retryAfterS?: number;
}
