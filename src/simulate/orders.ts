import type { Draw } from './draw.js';
import { DAY_MS, type SeasonOptions } from './options.js';
import { CURRENCY } from './shop/products.js';
import type { Telling } from './telling.js';
import type { Bought } from './viewer.js';

/** Of the lines that were put in the cart in a video, those whose token is lost on the shop's way. */
const TOKENLESS = 0.1;
/** After how many days what comes back does so, at the least and at the most. */
const BACK_AFTER = [3, 20] as const;

const WEEK_MS = 7 * DAY_MS;

export interface Ordered {
  readonly orders: readonly Telling[];
  readonly refunds: readonly Telling[];
  readonly revenueMinor: number;
  readonly refundedMinor: number;
}

/** What the shop's server tells of its orders, each at once, and of its refunds, once a week. */
export function ordersOf(bought: readonly Bought[], { site, seed, endMs }: SeasonOptions, draw: Draw): Ordered {
  const weeks = new Map<number, object[]>();
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
      const week = Math.min(endMs, (Math.floor(refundedMs / WEEK_MS) + 1) * WEEK_MS);
      const refund = {
        refundId: `R-${orderId}-${line}`,
        orderId,
        refundedAt: new Date(refundedMs).toISOString(),
        currency: CURRENCY,
        lines: [{ productId, variantId, quantity, minor }],
      };
      weeks.set(week, [...(weeks.get(week) ?? []), refund]);
    });
    const body = { site, orderId, placedAt: new Date(atMs).toISOString(), currency: CURRENCY, viewerId, lines };
    return { door: '/v1/orders', receivedMs: atMs + 1500, body };
  });
  const refunds = [...weeks].map(
    ([receivedMs, list]): Telling => ({ door: '/v1/refunds', receivedMs, body: { site, refunds: list } }),
  );
  return { orders, refunds, revenueMinor, refundedMinor };
}
