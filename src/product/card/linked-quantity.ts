import { MAX_QUANTITY } from '../../cart/line.js';

/** The fragment that was followed: a card that is opened again begins as any other. */
let followed = '';

/**
 * The quantity that the page's link chose for a product (`#product=…&quantity=…`), the first time that its card is shown. Like
 * the variant it is a choice, and nothing is in the cart by it.
 * @returns from 1 to {@link MAX_QUANTITY}
 */
export function linkedQuantity(productId: string, hash: string): number {
  const fragment = new URLSearchParams(hash.slice(1));
  if (hash === followed || fragment.get('product') !== productId) return 1;
  followed = hash;
  const quantity = Number(fragment.get('quantity'));
  return Number.isInteger(quantity) ? Math.min(MAX_QUANTITY, Math.max(1, quantity)) : 1;
}
