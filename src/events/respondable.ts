import type { CartReplyInput } from '../cart/contract.js';
import { IntentEvent } from './intent.js';

/** An intent that the page may answer: `respondWith` implies `preventDefault`. */
export class RespondableEvent extends IntentEvent {
  #reply: Promise<CartReplyInput> | undefined;

  /** The reply that a handler gave, if one did. The first answer counts. */
  get reply(): Promise<CartReplyInput> | undefined {
    return this.#reply;
  }

  /**
   * @param reply one reply for all that is asked, or one for each in their order: `true`, `false`, the accepted
   *   quantity, `{ success, reason, message }` or a `CartReply`; or a promise of it, within ten seconds
   */
  respondWith(reply: CartReplyInput | PromiseLike<CartReplyInput>): void {
    this.preventDefault();
    this.#reply ??= Promise.resolve(reply);
    this.#reply.catch(() => {}); // whoever awaits it reports it; until then it must not be an unhandled rejection
  }
}
