import { IntentEvent } from './intent.js';
import type { Via } from './via.js';

/** The shopper asks to see a product. Cancel it to show the product in the page instead of in the card. */
export class OpenProductEvent extends IntentEvent {
  constructor(
    readonly productId: string,
    readonly via: Via,
    readonly hotspotId?: string,
    readonly variantId?: string,
  ) {
    super('shoppable-open-product');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-open-product': OpenProductEvent;
  }
}
