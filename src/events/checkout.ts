import type { CartLine } from '../cart/contract.js';
import { IntentEvent } from './intent.js';

/** The shopper asks for the checkout. */
export class CheckoutEvent extends IntentEvent {
  static readonly type = 'shoppable-checkout';

  constructor(readonly lines: readonly CartLine[]) {
    super(CheckoutEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-checkout': CheckoutEvent;
  }
}
