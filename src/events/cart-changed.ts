import type { CartLine, CartReply } from '../cart/contract.js';
import { FactEvent } from './fact.js';

/** The shop answered: `reply` holds what it accepted, one entry for each of `lines`, in their order. */
export class CartChangedEvent extends FactEvent {
  constructor(
    readonly lines: readonly CartLine[],
    readonly reply: readonly CartReply[],
    readonly buyNow = false,
  ) {
    super('shoppable-cart-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-cart-changed': CartChangedEvent;
  }
}
