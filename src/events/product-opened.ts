import { FactEvent } from './fact.js';

/** The card of a product is open. */
export class ProductOpenedEvent extends FactEvent {
  static readonly type = 'shoppable-product-opened';

  constructor(readonly productId: string) {
    super(ProductOpenedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-product-opened': ProductOpenedEvent;
  }
}
