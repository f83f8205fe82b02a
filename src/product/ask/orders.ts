import { attributionToken } from '../../beacon/attribution-token.js';
import type { CartLine, CartReply } from '../../cart/contract.js';
import { createLine } from '../../cart/line.js';
import type { ShoppableHost } from '../../host/host.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';
import { askShop } from './ask-shop.js';

export interface Wanted {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly quantity: number;
  /** Of the bundle that it is wanted as a part of. */
  readonly bundleId?: string;
}

/**
 * Asks for several things in one request.
 * @param told hears the shop's answer, and a second one that comes after it was given up; with null there is none to
 *   show, as the page has taken it from here, or leads to the product
 */
export type Order = (
  wanted: readonly Wanted[],
  buyNow: boolean,
  told: (replies: CartReply[] | null, lines: CartLine[]) => void,
) => Promise<void>;

/** Where an order comes from. */
export interface Origin {
  readonly videoId: string;
  readonly hotspotId: string | undefined;
  /** Of the moment that opened the card, milliseconds of media time. */
  readonly positionMs: number;
  /** Of the film, at that moment. */
  readonly segment: string | undefined;
}

export function createOrders(host: ShoppableHost, origin: Origin): Order {
  return async (wanted, buyNow, told) => {
    if (host.signal.aborted) return;
    const token = attributionToken({ ...origin, ...(await host.trace()), atMs: Date.now() });
    const lines = wanted.map(({ product, variant, quantity, bundleId }) =>
      createLine({
        productId: product.id,
        variantId: variant?.id,
        sku: variant?.sku ?? product.sku,
        quantity,
        bundleId,
        token,
      }),
    );
    try {
      const answer = await askShop(host, lines, buyNow, (late) => told(late, lines));
      const href = answer === 'nobody' && safeUrl(wanted[0]?.product.url);
      if (href) location.assign(href);
      told(typeof answer === 'object' ? answer : null, lines);
    } catch (error) {
      // The player left the page while the shop was asked: nobody is there to be told.
      if ((error as Error).name !== 'AbortError') throw error;
    }
  };
}
