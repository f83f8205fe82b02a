import { FactEvent } from './fact.js';

/** The card of a product was closed after `ms` milliseconds. */
export class ProductClosedEvent extends FactEvent {
  static readonly type = 'shoppable-product-closed';

  constructor(
    readonly productId: string,
    readonly ms: number,
  ) {
    super(ProductClosedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-product-closed': ProductClosedEvent;
  }
}
