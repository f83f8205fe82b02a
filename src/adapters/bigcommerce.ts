import type { CartAdapter, CartLine } from '../cart/contract.js';
import { type AdapterOptions, createAdapter } from './shared-adapter.js';
import { createCall } from './shared-call.js';
import { toMinor } from './shared-money.js';
import { type HeldCart, type HeldLine, type Outcome, outcomeOf } from './shared-outcome.js';

export interface BigCommerceOptions extends AdapterOptions {
  /** Default: `/api/storefront/`. Ends in a slash. */
  readonly root?: string;
  /**
   * The selections of options and modifiers for a line; they replace its `variantId`. A text modifier that is given the
   * line's `properties._shoppable` brings the token into the order: a BigCommerce line has no other place for it.
   */
  readonly optionSelections?: (line: CartLine) => readonly OptionSelection[];
}

export interface OptionSelection {
  readonly optionId: number;
  readonly optionValue: string | number;
}

interface StorefrontItem {
  readonly id: string;
  readonly productId: number;
  readonly variantId: number;
  readonly sku?: string;
  readonly name?: string;
  readonly quantity: number;
  readonly salePrice: number;
  readonly options?: readonly { readonly value: string }[];
}

interface StorefrontCart {
  readonly id: string;
  readonly version?: number;
  readonly currency: { readonly code: string };
  readonly cartAmount: number;
  readonly lineItems: { readonly physicalItems: StorefrontItem[]; readonly digitalItems: StorefrontItem[] };
}

const EMPTY: HeldCart = { currency: '', lines: [] };

/**
 * BigCommerce's Storefront Carts (https://developer.bigcommerce.com/docs/rest-storefront/carts), on hosted storefronts:
 * `productId` and `variantId` are numbers.
 *
 * Each change names the cart's `version`, and a cart that has moved on since is read again first. A 400 or 422 took
 * nothing; whether for want of stock or another cause is in its prose only, which is shown and never parsed.
 */
export function createBigCommerce(options: BigCommerceOptions = {}): CartAdapter {
  const call = createCall(options);
  const { root = '/api/storefront/', optionSelections } = options;

  async function ask(method: string, path: string, signal: AbortSignal, sent?: object): Promise<Outcome> {
    const answer = await call(method, `${root}carts${path}`, signal, sent);
    const { status, body } = answer;
    // The carts of the session, of which there is one or none.
    const [cart] = Array.isArray(body) ? [...body, EMPTY] : [body];
    if (status === 200 && cart) {
      const reason = 'insufficient-stock';
      if (cart === EMPTY) return { cart, reason };
      if (cart.lineItems) return { cart: heldCart(cart), reason };
    }
    const outcome = outcomeOf(answer, body?.detail ?? body?.title);
    if (status === 400 || status === 422) return { ...outcome, refused: true, reason: 'insufficient-stock' };
    // The cart may be gone, ordered in another tab or merged on signing in, and not the product: the next reading tells.
    return status === 404 && path ? { ...outcome, refused: false, stale: true } : outcome;
  }

  const adapter = createAdapter(
    {
      isSame: (held, line) => (line.variantId ? held.variantId === line.variantId : held.productId === line.productId),
      read: (signal) => ask('GET', '', signal),
      async add(line, signal, before) {
        const { id, version } = before!;
        const { quantity } = line;
        const wanted = optionSelections
          ? { optionSelections: optionSelections(line) }
          : { variantId: line.variantId && Number(line.variantId) };
        const lineItems = [{ quantity, productId: Number(line.productId), ...wanted }];
        const outcome = await ask('POST', id ? `/${id}/items` : '', signal, { lineItems, version });
        // Of a line for more than one, some may be left: the shop does not say.
        return quantity > 1 || outcome.reason !== 'insufficient-stock'
          ? outcome
          : { ...outcome, reason: 'out-of-stock' };
      },
      set({ key, productId, variantId }, quantity, signal, { id, version }) {
        const lineItem = { productId: Number(productId), variantId: Number(variantId), quantity };
        return ask(
          quantity ? 'PUT' : 'DELETE',
          `/${id}/items/${key}`,
          signal,
          quantity ? { lineItem, version } : undefined,
        );
      },
    },
    options,
  );
  return { ...adapter, checkout: () => globalThis.location.assign('/checkout') };
}

function heldCart({ id, version, currency: { code }, cartAmount, lineItems }: StorefrontCart): HeldCart {
  return {
    id,
    version,
    currency: code,
    totalMinor: toMinor(cartAmount, code),
    lines: [...lineItems.physicalItems, ...lineItems.digitalItems].map(
      (item): HeldLine => ({
        key: item.id,
        requestId: item.id,
        productId: `${item.productId}`,
        variantId: `${item.variantId}`,
        sku: item.sku,
        title: item.name,
        quantity: item.quantity,
        properties: { _shoppable: item.options?.find(({ value }) => /^sv1\./.test(value))?.value ?? '' },
        unitMinor: toMinor(item.salePrice, code),
      }),
    ),
  };
}
