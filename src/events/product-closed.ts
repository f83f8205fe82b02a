import { FactEvent } from './fact.js';

/** The card of a product was closed after `ms` milliseconds. */
export class ProductClosedEvent extends FactEvent {
  constructor(
    readonly productId: string,
    readonly ms: number,
  ) {
    super('shoppable-product-closed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-product-closed': ProductClosedEvent;
  }
}
