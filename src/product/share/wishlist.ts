import { askPage } from '../../cart/ask-page.js';
import { WishlistEvent } from '../../events/wishlist.js';
import type { ShoppableHost } from '../../host/host.js';
import { enCardMore } from '../../i18n/en-card-more.js';
import type { Product, Variant } from '../../schema/manifest.js';

/** Asks the page to keep a product. @returns whether it did, and what the shopper is told */
export async function keep(
  host: ShoppableHost,
  product: Product,
  variant: Variant | undefined,
): Promise<{ saved: boolean; told: string }> {
  const text = { ...enCardMore, ...host.strings };
  const answer = await askPage(host, new WishlistEvent(product.id, variant?.id));
  if (typeof answer === 'string') return { saved: answer === 'handled', told: '' };
  const saved = answer.accepted > 0;
  return { saved, told: answer.message || (saved ? text.saved : text.notSaved) };
}
