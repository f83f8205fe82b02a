import type { Message } from '../message.js';

/** What became of a try. */
export type Result =
  | { readonly outcome: 'sent' }
  /** Never will be: tried no more. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** It was handed over, and no answer came: it may be there. Not tried again, where a second would be a second message. */
  | { readonly outcome: 'uncertain'; readonly reason: string }
  | {
      readonly outcome: 'retry';
      readonly reason: string;
      /** Whether nothing else would go either, so that the rest waits with it. */
      readonly down: boolean;
      /** What the receiver wants to be waited for. */
      readonly afterMs?: number;
    };

/** Who brings a message to somebody. */
export interface Receiver {
  readonly name: 'webhook' | 'smtp' | 'dry-run';
  /** Whether it can do something with a contact. */
  reaches(contact: Message['contact']): boolean;
  /**
   * Tries once. Never throws.
   * @param begin is called, and waited for, right before a message is handed over that cannot be told from a second one
   */
  send(message: Message, begin: () => Promise<void>): Promise<Result>;
}
