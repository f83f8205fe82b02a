import type { CartAdapter, CartLine, CartReason } from '../cart/contract.js';
import { type AdapterOptions, createAdapter } from './shared-adapter.js';
import { createCall } from './shared-call.js';
import { createMemory, type KeptIn } from './shared-memory.js';
import { toMinor } from './shared-money.js';
import { type HeldLine, type Outcome, outcomeOf } from './shared-outcome.js';

export interface WooCommerceOptions extends AdapterOptions {
  /**
   * Default: `/wp-json/wc/store/v1/`. Ends in a slash. An absolute address means a shop without WordPress's pages: its cart
   * goes by its token. On the shop's own pages the cookie says which cart, and a token would start one beside it.
   */
  readonly root?: string;
  /** Where the token of a shop with an absolute `root` is kept. Default: the page's `localStorage`. */
  readonly storage?: KeptIn;
  /** Default: `/checkout/`. */
  readonly checkoutUrl?: string;
}

interface StoreItem {
  readonly key: string;
  readonly id: number;
  readonly sku?: string;
  readonly name?: string;
  readonly quantity: number;
  readonly prices: { readonly price: string };
  readonly item_data?: readonly { readonly key?: string; readonly name?: string; readonly value?: string }[];
}

/** The end of the error's code (WooCommerce, `StoreApi/Utilities/CartController.php` and `QuantityLimits.php`). */
const REASONS: [code: RegExp, reason: CartReason][] = [
  [/partially_out_of_stock/, 'insufficient-stock'],
  [/out_of_stock/, 'out-of-stock'],
  [/individually|quantity/, 'limit-reached'],
  [/_product|purchasable|variation|_key/, 'invalid-variant'],
];

/**
 * WooCommerce's Store API (https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/cart): `variantId`,
 * or else `productId`, is the number of the variation or product.
 *
 * `Nonce` or `Cart-Token` is sent as the last answer gave it. The Store API drops what it does not know, so `_shoppable`,
 * `_shoppable_id` and a bundle's `_bundle` reach the order only if the shop takes them up in `woocommerce_store_api_add_to_cart_data`; where
 * it does, a line is known by its id, and elsewhere by what the cart has more than before.
 */
export function createWooCommerce(options: WooCommerceOptions = {}): CartAdapter {
  const call = createCall(options);
  const { root = '/wp-json/wc/store/v1/', checkoutUrl = '/checkout/' } = options;
  // https://developer.woocommerce.com/docs/apis/store-api/cart-tokens and …/nonce-tokens
  const header = /^https?:/.test(root) ? 'Cart-Token' : 'Nonce';
  const memory = header === 'Nonce' ? undefined : createMemory(options.storage);
  let token = '';
  const variantOf = ({ variantId, productId }: CartLine) => variantId ?? productId;

  async function ask(method: string, path: string, signal: AbortSignal, body?: unknown): Promise<Outcome> {
    token = memory?.get() || token;
    const answer = await call(method, root + path, signal, body, token ? { [header]: token } : {});
    token = answer.headers?.get(header) ?? token;
    memory?.set(token);
    const { items, totals, code = '', message } = answer.body ?? {};
    if (answer.status < 300 && items) return heldCart(items, totals);
    const outcome = outcomeOf(answer, plain(message));
    if (/nonce/.test(code)) return { ...outcome, refused: false, stale: true };
    const [, reason] = REASONS.find(([pattern]) => pattern.test(code)) ?? [];
    return reason ? { ...outcome, stale: false, refused: true, reason } : outcome;
  }

  const adapter = createAdapter(
    {
      isSame: (held, line) => held.variantId === variantOf(line),
      read: (signal) => ask('GET', 'cart', signal),
      add: (line, signal) =>
        ask('POST', 'cart/add-item', signal, {
          id: Number(variantOf(line)),
          quantity: line.quantity,
          ...line.properties,
          _shoppable_id: line.requestId,
        }),
      set: ({ key }, quantity, signal) =>
        ask('POST', `cart/${quantity ? 'update' : 'remove'}-item`, signal, { key, quantity }),
    },
    options,
  );
  return { ...adapter, checkout: () => globalThis.location.assign(checkoutUrl) };
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', apos: "'", nbsp: '\u00a0' };

/** Messages come with the tags and entities of a page. */
const plain = (message?: string) =>
  message
    ?.replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w+));/g, (all, code, name) =>
      code ? String.fromCodePoint(code) : (ENTITIES[name] ?? all),
    );

function heldCart(
  items: StoreItem[],
  totals: { total_price: string; currency_code: string; currency_minor_unit: number },
): Outcome {
  const { total_price, currency_code: currency, currency_minor_unit: unit } = totals;
  // The shop's own number of decimals, which need not be the currency's.
  const minor = (price: string) => toMinor(Number(price) / 10 ** unit, currency);
  return {
    // A new line is cut to the product's limit without a word.
    reason: 'limit-reached',
    cart: {
      currency,
      totalMinor: minor(total_price),
      lines: items.map(({ key, id, sku, name, quantity, prices, item_data }): HeldLine => {
        const data = (wanted: string) => item_data?.find((entry) => (entry.key ?? entry.name) === wanted)?.value;
        return {
          key,
          requestId: data('_shoppable_id') ?? key,
          productId: `${id}`,
          variantId: `${id}`,
          sku,
          title: name,
          quantity,
          bundleId: data('_bundle'),
          properties: { _shoppable: data('_shoppable') ?? '' },
          unitMinor: minor(prices.price),
        };
      }),
    },
  };
}
