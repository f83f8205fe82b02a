import type { CartAdapter, CartState } from '../cart/contract.js';
import { CheckoutEvent } from '../events/checkout.js';
import type { ShoppableHost } from '../host/host.js';

/** Somebody is known to lead to the checkout. */
export const canCheckOut = (host: ShoppableHost, adapter: CartAdapter): boolean =>
  Boolean(adapter.checkout) || host.listens('shoppable-checkout');

/** Asks the page for the checkout, and the adapter where the page has not cancelled. */
export async function checkOut({ element }: ShoppableHost, adapter: CartAdapter, { lines }: CartState): Promise<void> {
  if (element.dispatchEvent(new CheckoutEvent(lines))) await adapter.checkout?.();
}
