import type { CartLine } from '../cart/contract.js';
import { IntentEvent } from './intent.js';

/** The shopper asks for the checkout. */
export class CheckoutEvent extends IntentEvent {
  constructor(readonly lines: readonly CartLine[]) {
    super('shoppable-checkout');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-checkout': CheckoutEvent;
  }
}
