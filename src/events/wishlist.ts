import { RespondableEvent } from './respondable.js';

/** The shopper asks to keep a product for later. Answer with `respondWith`, as for the cart. */
export class WishlistEvent extends RespondableEvent {
  constructor(
    readonly productId: string,
    readonly variantId?: string,
  ) {
    super('shoppable-wishlist');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-wishlist': WishlistEvent;
  }
}
