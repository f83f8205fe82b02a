import { WishlistEvent } from '../events/wishlist.js';
import type { ShoppableHost } from '../host/host.js';
import { enCardMore } from '../i18n/en-card-more.js';
import { askPage } from './ask-page.js';
import { wishesOf } from './wishes.js';

const asking = new Set<string>();

/**
 * Asks the page to keep a product, or to let it go. One question at a time for each product.
 * @param saved what the shopper wanted as the button was pressed
 * @returns whether the page did so, and what the shopper is told; undefined where nothing came of it
 */
export async function askWish(
  host: ShoppableHost,
  saved: boolean,
  productId: string,
  variantId?: string,
): Promise<{ done: boolean; told: string } | undefined> {
  const wishes = wishesOf(host.element);
  if (asking.has(productId) || wishes.get().saved.has(productId) === saved) return undefined;
  asking.add(productId);
  try {
    const answer = await askPage(host, new WishlistEvent(productId, variantId, saved));
    if (answer === 'nobody') return undefined;
    const done = answer === 'handled' || answer.accepted > 0;
    if (done) {
      const now = new Set(wishes.get().saved);
      if (saved) now.add(productId);
      else now.delete(productId);
      wishes.set({ saved: now });
    }
    if (answer === 'handled') return { done, told: '' };
    const text = { ...enCardMore, ...host.strings };
    const words = saved ? [text.saved, text.notSaved] : [text.unsaved, text.notUnsaved];
    return { done, told: answer.message || words[done ? 0 : 1]! };
  } catch {
    return undefined; // the player has gone
  } finally {
    asking.delete(productId);
  }
}
