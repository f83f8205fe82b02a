import type { Draw } from './draw.js';
import { DAY_MS, HOUR_MS, type SeasonOptions } from './options.js';
import { CURRENCY } from './shop/products.js';
import type { Telling } from './telling.js';
import type { Bought } from './viewer.js';

/** Of the lines that were put in the cart in a video, those whose token is lost on the shop's way. */
const TOKENLESS = 0.1;
/** Whether what was ordered comes back within so many days. */
const BACK_AFTER = [3, 20] as const;

export interface Ordered {
  readonly orders: readonly Telling[];
  readonly refunds: readonly Telling[];
  readonly revenueMinor: number;
  readonly refundedMinor: number;
}

/** What the shop's server tells of its orders, each at once, and of its refunds, once a night. */
export function ordersOf(bought: readonly Bought[], { site, seed, endMs }: SeasonOptions, draw: Draw): Ordered {
  const nights = new Map<number, object[]>();
  let [revenueMinor, refundedMinor] = [0, 0];
  const inOrder = [...bought].sort((a, b) => a.atMs - b.atMs);
  const orders = inOrder.map(({ atMs, viewerId, items }, index): Telling => {
    const orderId = `S${seed}-${String(index + 1).padStart(5, '0')}`;
    const lines = items.map(({ product, variantId, quantity, token }) => {
      const minor = product.minor * quantity;
      revenueMinor += minor;
      return { productId: product.id, variantId, quantity, minor, token: draw.happens(TOKENLESS) ? undefined : token };
    });
    lines.forEach(({ productId, variantId, quantity, minor }, line) => {
      const refundedMs = Math.round(atMs + draw.between(...BACK_AFTER) * DAY_MS);
      if (!draw.happens(items[line]!.product.comesBack) || refundedMs >= endMs) return;
      refundedMinor += minor;
      const night = Math.min(endMs, (Math.floor(refundedMs / DAY_MS) + 1) * DAY_MS + 3 * HOUR_MS);
      const refund = {
        refundId: `R-${orderId}-${line}`,
        orderId,
        refundedAt: new Date(refundedMs).toISOString(),
        currency: CURRENCY,
        lines: [{ productId, variantId, quantity, minor }],
      };
      nights.set(night, [...(nights.get(night) ?? []), refund]);
    });
    const body = { site, orderId, placedAt: new Date(atMs).toISOString(), currency: CURRENCY, viewerId, lines };
    return { door: '/v1/orders', receivedMs: atMs + 1500, body };
  });
  const refunds = [...nights].map(
    ([receivedMs, list]): Telling => ({ door: '/v1/refunds', receivedMs, body: { site, refunds: list } }),
  );
  return { orders, refunds, revenueMinor, refundedMinor };
}
