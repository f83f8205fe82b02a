import type { CartLine, CartReply } from '../cart/contract.js';
import { FactEvent } from './fact.js';

/**
 * The shop answered: `reply` holds what it accepted, one entry for each of `lines`, in their order. Lines were added, or
 * the quantity of one that the cart holds was changed; 0 removes it.
 */
export class CartChangedEvent extends FactEvent {
  constructor(
    readonly lines: readonly CartLine[],
    readonly reply: readonly CartReply[],
    readonly buyNow = false,
    /** By how many pieces each line has changed: what was added, and below 0 what was taken out. */
    readonly changes: readonly number[] = reply.map(({ accepted }) => accepted),
  ) {
    super('shoppable-cart-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-cart-changed': CartChangedEvent;
  }
}
