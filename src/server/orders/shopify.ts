/**
 * Shopify's webhooks `orders/create`, `orders/paid` and `refunds/create`, in JSON
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order and …/refund). All money is the shop's (`shop_money`), never
 * the presentment's, so that an order and its refunds are in one currency.
 */
import type { Settings } from '../settings/settings.js';
import { minorOf } from './money.js';
import type { Json, Platform } from './webhook-route.js';

type ShopifySettings = NonNullable<NonNullable<Settings['sites']>[string]['shopify']>;

const list = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown) => (value === null || value === undefined || value === '' ? undefined : String(value));

const shopMoney = (set: unknown) =>
  (set as { shop_money?: { amount?: unknown; currency_code?: string } } | undefined)?.shop_money;

/** Minor units of an amount: of its set where there is one, else of the bare field, which is the shop's too. */
function money(of: Json, field: string, currency: string): number | undefined {
  const amount = shopMoney(of[`${field}_set`])?.amount ?? of[field];
  return amount === undefined ? undefined : minorOf(amount, currency);
}

/** The manifest's ids of a line, by what the settings say that they are. */
function idsOf(line: Json, { productIds }: ShopifySettings) {
  const [product, variant, sku] = [text(line.product_id), text(line.variant_id), text(line.sku)];
  // a line that the merchant typed in, a tip, or of a product that is deleted has no ids
  const other = `line:${text(line.title) ?? ''}`.slice(0, 200);
  if (productIds === 'sku') return { productId: sku ?? product ?? other, variantId: variant };
  if (productIds === 'variant') return { productId: variant ?? other, variantId: variant };
  return { productId: product ?? other, variantId: variant };
}

function lineOf(line: Json, currency: string, settings: ShopifySettings) {
  const quantity = Number(line.quantity);
  const price = money(line, 'price', currency);
  const discounts = list(line.discount_allocations).map((discount) => money(discount, 'amount', currency));
  const isWhole = price !== undefined && discounts.every((minor) => minor !== undefined);
  return {
    ...idsOf(line, settings),
    quantity,
    minor: isWhole ? discounts.reduce((rest, minor) => rest! - minor!, price * quantity) : undefined,
    token: list(line.properties).find(({ name }) => name === '_shoppable')?.value,
  };
}

function orderOf(order: Json, settings: ShopifySettings) {
  const currency = String(order.currency);
  return {
    orderId: text(order.id),
    placedAt: order.processed_at ?? order.created_at,
    currency,
    lines: list(order.line_items)
      // an edit leaves lines of nothing behind
      .filter(({ quantity }) => quantity !== 0)
      .map((line) => lineOf(line, currency, settings)),
  };
}

function refundOf(refund: Json, settings: ShopifySettings) {
  const items = list(refund.refund_line_items);
  const set = [...items.map((item) => item.subtotal_set), ...list(refund.transactions).map((paid) => paid.amount_set)];
  const currency =
    set.map((one) => shopMoney(one)?.currency_code).find(Boolean) ?? text(list(refund.transactions)[0]?.currency);
  return {
    refundId: text(refund.id),
    orderId: text(refund.order_id),
    refundedAt: refund.processed_at ?? refund.created_at,
    currency,
    lines: items.map((item) => ({
      ...idsOf((item.line_item as Json | undefined) ?? {}, settings),
      quantity: Number(item.quantity),
      minor: money(item, 'subtotal', currency ?? ''),
    })),
  };
}

export const shopify: Platform<ShopifySettings> = {
  source: 'shopify',
  signature: 'X-Shopify-Hmac-Sha256',
  settingsOf: (site) => site.shopify,
  fits: ({ shop }, header) => !shop || header('X-Shopify-Shop-Domain') === shop,
  read(body, settings, header) {
    switch (header('X-Shopify-Topic')) {
      case 'orders/create':
      case 'orders/paid':
        // the trial from the admin's page, and an order of the shop's own trials
        return body.test === true || body.cancelled_at ? {} : { orders: [orderOf(body, settings)] };
      case 'refunds/create': {
        const refund = refundOf(body, settings);
        // money for shipping alone is of no line
        return refund.lines.length ? { refunds: [refund] } : {};
      }
      default:
        return {};
    }
  },
};
