import { FactEvent } from './fact.js';

/** The shopper chose a variant. */
export class VariantSelectedEvent extends FactEvent {
  static readonly type = 'shoppable-variant-selected';

  constructor(
    readonly productId: string,
    readonly variantId: string,
  ) {
    super(VariantSelectedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-variant-selected': VariantSelectedEvent;
  }
}
