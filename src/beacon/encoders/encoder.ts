import type { Item } from '../store/item.js';

/** How one receiver wants its events. */
export interface Encoder {
  /** How many events a request may have. */
  readonly count: number;
  /** Only what is alike in this goes into one request. */
  group(item: Item): string;
  /** @returns one request's body; undefined when the receiver has a word for none of the events */
  encode(items: readonly Item[], sentAtMs: number): string | undefined;
  /** Whether an answer that is neither 204 nor a native reply says that all is taken. */
  taken?(status: number, body: unknown): boolean;
  /** The receiver knows an event by its id when it comes again. */
  readonly knowsAgain: boolean;
}
