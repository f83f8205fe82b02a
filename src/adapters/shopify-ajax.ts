import type { CartAdapter, CartLine } from '../cart/contract.js';
import { type AdapterOptions, createAdapter } from './shared-adapter.js';
import { type Answer, createCall } from './shared-call.js';
import { toMinor } from './shared-money.js';
import { type HeldLine, type Outcome, outcomeOf } from './shared-outcome.js';

export interface ShopifyAjaxOptions extends AdapterOptions {
  /** Default: the theme's `Shopify.routes.root`, which carries the language, or `/`. Ends in a slash. */
  readonly root?: string;
}

interface AjaxItem {
  readonly key: string;
  readonly id: number;
  readonly product_id: number;
  readonly sku?: string;
  readonly quantity: number;
  readonly final_price: number;
  readonly product_title?: string;
  readonly properties?: Record<string, string> | null;
}

/**
 * The cart of a Shopify theme (Ajax API, https://shopify.dev/docs/api/ajax/reference/cart): a `variantId` is the number,
 * or the `gid://` that ends in it; without one the line's `productId` is taken for a variant's.
 *
 * A line carries `_shoppable` and `_shoppable_id` among its properties, and a bundle's `_bundle`, so it is a line of its own
 * and the order has the token; the underscore keeps them out of the checkout's view. A 422 is only prose, and may have added what there was
 * (https://shopify.dev/changelog/cart-ajax-api-inventory-error-message-updates): the cart is read and counted.
 */
export function createShopifyAjax(options: ShopifyAjaxOptions = {}): CartAdapter {
  const call = createCall(options);
  const theme = globalThis as { Shopify?: { routes?: { root?: string } } };
  const at = (path: string) => (options.root ?? theme.Shopify?.routes?.root ?? '/') + path;
  const read = async (signal: AbortSignal) => outcome(await call('GET', at('cart.js'), signal));

  const adapter = createAdapter(
    {
      marks: true,
      read,
      async add(line, signal) {
        const { quantity, properties, requestId } = line;
        const id = variantOf(line);
        const items = [{ id, quantity, properties: { ...properties, _shoppable_id: requestId } }];
        const answer = await call('POST', at('cart/add.js'), signal, { items });
        const said = outcome(answer);
        if (answer.status !== 422) return said;
        const { cart } = await read(signal);
        const others = cart?.lines.some((held) => held.variantId === id && held.requestId !== requestId);
        const reason = others ? 'limit-reached' : quantity > 1 ? 'insufficient-stock' : 'out-of-stock';
        return { ...said, cart, reason };
      },
      set: async ({ key: id }, quantity, signal) =>
        outcome(await call('POST', at('cart/change.js'), signal, { id, quantity })),
    },
    options,
  );
  return { ...adapter, checkout: () => globalThis.location.assign(at('checkout')) };
}

const variantOf = ({ variantId, productId }: CartLine) => (variantId ?? productId).replace(/.*\//, '');

/** `add.js` answers the lines that it touched, the others the whole cart. */
function outcome(answer: Answer): Outcome {
  const { items, currency = '', total_price, description } = answer.body ?? {};
  if (answer.status !== 200 || !items) {
    const said = outcomeOf(answer, description);
    return answer.status === 422 ? { ...said, reason: 'insufficient-stock' } : said;
  }
  // Hundredths in every currency, also in those that have none.
  const minor = (price: number) => (currency ? toMinor(price / 100, currency) : undefined);
  return {
    cart: {
      currency,
      totalMinor: minor(total_price),
      lines: items.map(
        ({ key, id, product_id, sku, quantity, final_price, product_title, properties }: AjaxItem): HeldLine => ({
          key,
          requestId: properties?._shoppable_id ?? key,
          productId: `${product_id}`,
          variantId: `${id}`,
          sku,
          quantity,
          bundleId: properties?._bundle,
          properties: { _shoppable: properties?._shoppable ?? '' },
          title: product_title,
          unitMinor: minor(final_price),
        }),
      ),
    },
  };
}
