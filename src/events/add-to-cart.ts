import type { CartLine } from '../cart/contract.js';
import { RespondableEvent } from './respondable.js';

/**
 * The shopper asks for lines to be put into the cart. Answer with `respondWith`, or cancel to handle it unseen.
 * @example player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(addToMyCart(event.lines)))
 */
export class AddToCartEvent extends RespondableEvent {
  constructor(
    readonly lines: readonly CartLine[],
    /** The shopper pressed "Buy now" and expects the checkout next. */
    readonly buyNow = false,
  ) {
    super('shoppable-add-to-cart');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-add-to-cart': AddToCartEvent;
  }
}
