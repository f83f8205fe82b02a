import { attributionToken } from '../beacon/attribution-token.js';
import { carts, TAKEN_OUT } from './chances.js';
import type { Choice } from './choosing.js';
import type { Draw } from './draw.js';
import { CURRENCY, type Product, type ProductId, product } from './shop/products.js';
import { segmentAt, type View } from './view.js';

/** What lies in a cart, with the token that the player gave it. */
export interface Item {
  readonly product: Product;
  readonly variantId?: string;
  readonly quantity: number;
  readonly token?: string;
}

/** What became of an opened card. */
export interface Shopped {
  /** Empty when nothing stays in the cart. */
  readonly cart: readonly Item[];
  /** When the card is closed, Unix milliseconds. */
  readonly untilMs: number;
}

/** What goes with what, of those that a cart is made larger with. */
const COMPLEMENTS: Partial<Record<ProductId, ProductId>> = { mug: 'beans', beans: 'mug', frother: 'mug' };
const ADDS_COMPLEMENT = 0.25;
const BUYS_NOW = 0.12;
const SLIPS = 0.12;

export function itemOf(id: ProductId, draw: Draw, token?: string): Item {
  const found = product(id);
  const variantId = found.variants?.[Math.floor(draw.random() * found.variants.length)];
  const quantity = found.minor < 3000 && draw.happens(0.3) ? 2 : 1;
  return { product: found, variantId, quantity, token };
}

/** Opens a card at a moment of the film; what it comes to is told of the view. */
export function shop(view: View, { hotspot, positionMs }: Choice, atMs: number, draw: Draw): Shopped {
  const { video, assigned } = view;
  view.record(atMs, { type: 'product_view', productId: hotspot.product });
  const isTaken = draw.happens(carts(video, assigned.arm));
  const slips = !isTaken && draw.happens(SLIPS);
  const ms = Math.round(slips ? draw.between(200, 900) : draw.about(isTaken ? 14_000 : 6000));
  const untilMs = atMs + ms;
  view.record(untilMs, { type: 'product_dwell', productId: hotspot.product, ms });
  if (!isTaken) return { cart: [], untilMs };

  function take(id: ProductId, tookMs: number): Item {
    const at = Math.round(tookMs);
    const token = attributionToken({
      videoId: video.id,
      viewId: view.viewId,
      hotspotId: id === hotspot.product ? hotspot.id : undefined,
      positionMs,
      segment: segmentAt(video, positionMs),
      ...assigned.name,
      atMs: at,
    });
    return itemOf(id, draw, token);
  }
  const change = (at: number, item: Item, quantity: number) =>
    view.record(at, {
      type: 'cart_change',
      productId: item.product.id,
      variantId: item.variantId,
      positionMs,
      token: item.token,
      quantity,
      unitMinor: item.product.minor,
      currency: CURRENCY,
    });

  const tookMs = atMs + ms * 0.8;
  const item = take(hotspot.product, tookMs);
  if (draw.happens(TAKEN_OUT)) {
    change(tookMs, item, item.quantity);
    change(untilMs, item, -item.quantity);
    return { cart: [], untilMs };
  }
  if (draw.happens(BUYS_NOW)) {
    const bought = { ...item, quantity: 1 };
    const { variantId, token } = item;
    view.record(tookMs, { type: 'buy_now', productId: hotspot.product, variantId, positionMs, token });
    return { cart: [bought], untilMs };
  }
  change(tookMs, item, item.quantity);
  const goesWith = COMPLEMENTS[hotspot.product];
  if (!goesWith || !draw.happens(ADDS_COMPLEMENT)) return { cart: [item], untilMs };
  const second = take(goesWith, untilMs);
  change(untilMs, second, second.quantity);
  return { cart: [item, second], untilMs };
}
