/**
 * WooCommerce's webhooks `order.created` and `order.updated`, in the form of its REST API
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties). An order counts once it is paid (`processing`
 * or `completed`), whichever of the two topics tells it; its `refunds` come with each later update.
 */
import type { Settings } from '../settings/settings.js';
import { minorOf } from './money.js';
import type { Json, Platform } from './webhook-route.js';

type WooSettings = NonNullable<NonNullable<Settings['sites']>[string]['woocommerce']>;

const PAID = new Set(['processing', 'completed', 'refunded']);

const list = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown) => (value ? String(value) : undefined);
/** Times named `_gmt` have no zone. */
const utc = (value: unknown) => (typeof value === 'string' && !/Z$/.test(value) ? `${value}Z` : value);
const absolute = (amount: unknown) => String(amount).replace(/^-/, '');

/** The manifest's ids of a line; of a variation its own, beside the product's. */
function idsOf(line: Json, { productIds }: WooSettings) {
  const product = text(line.product_id) ?? `line:${text(line.name) ?? ''}`.slice(0, 200);
  return {
    productId: productIds === 'sku' ? (text(line.sku) ?? product) : product,
    variantId: text(line.variation_id),
  };
}

function orderOf(order: Json, settings: WooSettings) {
  const currency = String(order.currency);
  return {
    orderId: text(order.id),
    placedAt: utc(order.date_created_gmt),
    currency,
    lines: list(order.line_items).map((line) => ({
      ...idsOf(line, settings),
      quantity: Number(line.quantity),
      // after discounts, before taxes
      minor: minorOf(line.total, currency),
      token: list(line.meta_data).find(({ key }) => key === '_shoppable')?.value,
    })),
  };
}

/**
 * A refund as the order names it has a total alone, with taxes and shipping: one of the whole order gives all lines back, one of
 * less is of the lines in the order's own proportions, and of no quantity.
 */
function refundOf(refund: Json, order: ReturnType<typeof orderOf>, orderTotal: unknown) {
  const total = minorOf(absolute(refund.total), order.currency);
  const paid = minorOf(orderTotal, order.currency);
  const isWhole = total !== undefined && paid !== undefined && total >= paid;
  let share = order.lines.reduce((sum, { minor = 0 }) => sum + minor, 0);
  let rest = isWhole ? share : Math.min(total ?? 0, share);
  return {
    refundId: text(refund.id),
    orderId: order.orderId,
    refundedAt: utc(refund.date_created_gmt) ?? order.placedAt,
    currency: order.currency,
    lines: order.lines.map(({ productId, variantId, quantity, minor = 0 }) => {
      // what is left by what is left: the last line takes the rest, and no unit is lost
      const part = share ? Number((BigInt(rest) * BigInt(minor) + BigInt(share) / 2n) / BigInt(share)) : 0;
      rest -= part;
      share -= minor;
      return { productId, variantId, quantity: isWhole ? quantity : 0, minor: total === undefined ? undefined : part };
    }),
  };
}

/** A refund as a resource of its own names its lines, with amounts and quantities below zero. */
function refundWithLines(refund: Json, settings: WooSettings, currency: string, orderId: string | undefined) {
  return {
    refundId: text(refund.id),
    orderId,
    refundedAt: utc(refund.date_created_gmt),
    currency,
    lines: list(refund.line_items).map((line) => ({
      ...idsOf(line, settings),
      quantity: Math.abs(Number(line.quantity)),
      minor: minorOf(absolute(line.total), currency),
    })),
  };
}

export const woocommerce: Platform<WooSettings> = {
  source: 'woocommerce',
  signature: 'X-WC-Webhook-Signature',
  settingsOf: (site) => site.woocommerce,
  isPing: (body) => /^webhook_id=\d+$/.test(body),
  read(body, settings, header) {
    if (!/^order\.(created|updated)$/.test(header('X-WC-Webhook-Topic') ?? '')) return {};
    if (!PAID.has(String(body.status))) return {};
    const order = orderOf(body, settings);
    const refunds = list(body.refunds).map((refund) =>
      list(refund.line_items).length
        ? refundWithLines(refund, settings, order.currency, order.orderId)
        : refundOf(refund, order, body.total),
    );
    return { orders: [order], refunds };
  },
};
