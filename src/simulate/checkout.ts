import type { PageEvent } from '../schema/beacon.js';
import { leaves, STEPS } from './chances.js';
import type { Draw } from './draw.js';
import type { Identity } from './identity.js';
import { CURRENCY } from './shop/products.js';
import type { Item } from './shopping.js';

export interface CheckedOut {
  readonly steps: readonly PageEvent[];
  /** When it was ordered; missing where somebody left. */
  readonly orderedMs?: number;
}

/** Goes through the steps of the checkout; what sending costs, which the first thing in the cart decides, is told at the second. */
export function checkOut(who: Identity, [first]: readonly Item[], atMs: number, draw: Draw): CheckedOut {
  const { shippingMinor } = first!.product;
  const steps: PageEvent[] = [];
  let at = atMs;
  for (const step of STEPS) {
    const cost = step === 'shipping' ? { shippingMinor, currency: CURRENCY } : {};
    const atStep = Math.round(at);
    steps.push({
      type: 'checkout_step',
      step,
      ...cost,
      eventId: draw.id(atStep),
      atMs: atStep,
      ...who,
      pageType: 'checkout',
    });
    if (draw.happens(leaves(step, shippingMinor))) return { steps };
    at += draw.about(40_000);
  }
  return { steps, orderedMs: Math.round(at) };
}
