import type { CartLine, CartReplyInput } from '../cart/contract.js';
import { IntentEvent } from './intent.js';

/**
 * The shopper asks for lines to be put into the cart. Answer with `respondWith`, or cancel to handle it unseen.
 * @example player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(addToMyCart(event.lines)))
 */
export class AddToCartEvent extends IntentEvent {
  #reply: Promise<CartReplyInput> | undefined;

  constructor(
    readonly lines: readonly CartLine[],
    /** The shopper pressed "Buy now" and expects the checkout next. */
    readonly buyNow = false,
  ) {
    super('shoppable-add-to-cart');
  }

  /** The reply that a handler gave, if one did. The first answer counts. */
  get reply(): Promise<CartReplyInput> | undefined {
    return this.#reply;
  }

  /**
   * @param reply one reply for all lines, or one per line in their order: `true`, `false`, the accepted quantity,
   *   `{ success, reason, message }` or a `CartReply`; or a promise of it, within ten seconds
   */
  respondWith(reply: CartReplyInput | PromiseLike<CartReplyInput>): void {
    this.preventDefault();
    this.#reply ??= Promise.resolve(reply);
    this.#reply.catch(() => {}); // whoever awaits it reports it; until then it must not be an unhandled rejection
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-add-to-cart': AddToCartEvent;
  }
}
