import { RespondableEvent } from './respondable.js';

/**
 * The shopper asks to keep a product for later, or not any longer. Answer with `respondWith`, as for the cart.
 * @example player.addEventListener('shoppable-wishlist', (event) =>
 *   event.respondWith(event.saved ? keep(event.productId) : forget(event.productId)))
 */
export class WishlistEvent extends RespondableEvent {
  constructor(
    readonly productId: string,
    readonly variantId?: string,
    /** What is wanted: true to keep it, false to let it go. */
    readonly saved = true,
  ) {
    super('shoppable-wishlist');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-wishlist': WishlistEvent;
  }
}
