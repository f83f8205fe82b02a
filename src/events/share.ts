import { RespondableEvent } from './respondable.js';

/** The shopper asks to share a product. Unanswered, the browser's own sharing follows, or the link is copied. */
export class ShareEvent extends RespondableEvent {
  constructor(
    readonly productId: string,
    /** The page's own address, at this moment of the film and with this product open. */
    readonly url: string,
    readonly variantId?: string,
  ) {
    super('shoppable-share');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-share': ShareEvent;
  }
}
