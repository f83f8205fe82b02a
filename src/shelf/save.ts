import { requestLines } from '../cart/request.js';
import { WishlistEvent } from '../events/wishlist.js';
import type { ShoppableHost } from '../host/host.js';

/** Asks the page to keep a product for later. @returns whether it said that it does */
export async function saveForLater({ element, signal }: ShoppableHost, productId: string): Promise<boolean> {
  const event = new WishlistEvent(productId);
  element.dispatchEvent(event);
  const { reply } = event;
  if (!reply) return false;
  try {
    const [answer] = await requestLines({ lines: [{ quantity: 1 }], ask: () => reply, signal });
    return answer?.status === 'added';
  } catch {
    return false; // the player has gone
  }
}
