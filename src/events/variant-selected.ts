import { FactEvent } from './fact.js';

/** The shopper chose a variant. */
export class VariantSelectedEvent extends FactEvent {
  constructor(
    readonly productId: string,
    readonly variantId: string,
  ) {
    super('shoppable-variant-selected');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-variant-selected': VariantSelectedEvent;
  }
}
