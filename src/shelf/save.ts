import { askPage } from '../cart/ask-page.js';
import { WishlistEvent } from '../events/wishlist.js';
import type { ShoppableHost } from '../host/host.js';

/** Asks the page to keep a product for later. @returns whether it said that it does */
export async function saveForLater(host: ShoppableHost, productId: string): Promise<boolean> {
  try {
    const answer = await askPage(host, new WishlistEvent(productId));
    return typeof answer === 'object' && answer.status === 'added';
  } catch {
    return false; // the player has gone
  }
}
