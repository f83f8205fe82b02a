import { FactEvent } from './fact.js';

/** The card of a product is open. */
export class ProductOpenedEvent extends FactEvent {
  constructor(readonly productId: string) {
    super('shoppable-product-opened');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-product-opened': ProductOpenedEvent;
  }
}
