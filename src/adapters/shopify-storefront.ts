import type { CartAdapter, CartReason } from '../cart/contract.js';
import { type AdapterOptions, createAdapter } from './shared-adapter.js';
import { type Answer, createCall } from './shared-call.js';
import { createMemory, type KeptIn } from './shared-memory.js';
import { toMinor } from './shared-money.js';
import { type HeldCart, type HeldLine, type Outcome, outcomeOf } from './shared-outcome.js';

export interface ShopifyStorefrontOptions extends AdapterOptions {
  /** `https://{shop}/api/{version}/graphql.json`; warnings need version 2024-10 or later. */
  readonly url: string;
  /** The public access token of the Storefront API, which may stand in a page. */
  readonly token: string;
  /** Where the cart's id is kept. Default: the page's `localStorage`. */
  readonly storage?: KeptIn;
}

interface StorefrontLine {
  readonly id: string;
  readonly quantity: number;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly cost: { readonly amountPerQuantity: { readonly amount: string } };
  readonly merchandise: {
    readonly id: string;
    readonly sku?: string;
    readonly product: { readonly id: string; readonly title: string };
  };
}

interface StorefrontCart {
  readonly checkoutUrl: string;
  readonly cost: { readonly totalAmount: { readonly amount: string; readonly currencyCode: string } };
  readonly lines: { readonly nodes: readonly StorefrontLine[] };
}

interface Said {
  readonly code?: string;
  readonly field?: readonly string[] | null;
  readonly message: string;
  readonly target?: string;
}

const CART =
  'cart{checkoutUrl cost{totalAmount{amount currencyCode}}lines(first:250){nodes{id quantity attributes{key value}cost{amountPerQuantity{amount}}merchandise{...on ProductVariant{id sku product{id title}}}}}}';
const READ = `query($id:ID!){${CART.replace('{', '(id:$id){')}}`;
const CREATE = 'mutation{r:cartCreate{cart{id}}}';
const mutation = (name: string, type: string) =>
  `mutation($id:ID!,$lines:[${type}!]!){r:${name}(cartId:$id,lines:$lines){${CART}userErrors{code field message}warnings{code target message}}}`;
const ADD = mutation('cartLinesAdd', 'CartLineInput');
const UPDATE = mutation('cartLinesUpdate', 'CartLineUpdateInput');

const REASONS: Record<string, CartReason> = {
  MERCHANDISE_OUT_OF_STOCK: 'out-of-stock',
  MERCHANDISE_NOT_ENOUGH_STOCK: 'insufficient-stock',
  MAXIMUM_EXCEEDED: 'limit-reached',
  MISSING_CUSTOMER_ACCESS_TOKEN: 'login-required',
};

/**
 * A cart of Shopify's Storefront API (https://shopify.dev/docs/api/storefront/latest/mutations/cartLinesAdd), for shops
 * without Shopify's themes. `variantId`, or else `productId`, is a `gid://shopify/ProductVariant/…` or its number.
 *
 * A shortfall is no error: the answer succeeds, holds fewer (even a line of 0) and warns
 * (https://shopify.dev/docs/storefronts/headless/building-with-the-storefront-api/cart/cart-warnings). What counts is the
 * quantity of the line whose attributes carry the request's id. The cart is made empty, before its first line, so that a
 * lost answer never leaves a line in a cart that nobody knows.
 */
export function createShopifyStorefront(options: ShopifyStorefrontOptions): CartAdapter {
  const { url, token, storage } = options;
  const call = createCall(options);
  const memory = createMemory(storage);
  let checkoutUrl = '';

  const post = (query: string, signal: AbortSignal, variables: object = {}) =>
    call('POST', url, signal, { query, variables }, { 'X-Shopify-Storefront-Access-Token': token });

  /** @param mark the request's id or the line's: by either the line is known among the cart's */
  async function ask(query: string, signal: AbortSignal, line?: object, mark?: string): Promise<Outcome> {
    if (!memory.get()) {
      const answer = await post(CREATE, signal);
      const made = answer.body?.data?.r?.cart?.id;
      // Nothing to read either: no line was sent.
      if (!made) return { ...outcomeOf(answer), refused: true };
      // Another tab may have made one meanwhile: both use that.
      if (!memory.get()) memory.set(made);
    }
    const id = memory.get();
    const answer = await post(query, signal, { id, lines: [line] });
    const { cart, userErrors = [], warnings = [] } = answer.body?.data?.r ?? answer.body?.data ?? {};
    const [error] = userErrors as Said[];
    if (cart === null && (!error || isAbout(error, 'cartId'))) {
      if (memory.get() === id) memory.set(''); // expired: the next request makes a new one, if no other tab has
      return { stale: true, cart: { currency: '', lines: [] } };
    }
    if (error) {
      const reason = isAbout(error, 'merchandiseId') || isAbout(error, 'id') ? 'invalid-variant' : 'custom';
      return { refused: true, reason: REASONS[error.code!] ?? reason, message: error.message };
    }
    if (!cart) return failure(answer);
    checkoutUrl = cart.checkoutUrl;
    // Every change warns of any line of the cart that has become short meanwhile.
    const others = (cart as StorefrontCart).lines.nodes.filter(
      ({ id, attributes }) => id !== mark && !attributes.some(({ value }) => value === mark),
    );
    const { code, message } =
      (warnings as Said[]).find(({ code, target }) => REASONS[code!] && !others.some(({ id }) => id === target)) ?? {};
    return { cart: heldCart(cart), message, reason: REASONS[code!] ?? 'out-of-stock' };
  }

  const adapter = createAdapter(
    {
      marks: true,
      // Nobody needs a cart made who only looks.
      read: async (signal) => (memory.get() ? ask(READ, signal) : { cart: { currency: '', lines: [] } }),
      add(line, signal) {
        const attributes = { ...line.properties, _shoppable_id: line.requestId };
        const wanted = {
          merchandiseId: (line.variantId ?? line.productId).replace(/^\d+$/, 'gid://shopify/ProductVariant/$&'),
          quantity: line.quantity,
          attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
        };
        return ask(ADD, signal, wanted, line.requestId);
      },
      set: ({ key: id }, quantity, signal) => ask(UPDATE, signal, { id, quantity }, id),
    },
    options,
  );
  return {
    ...adapter,
    async checkout() {
      // On a later page than the one that filled the cart, nothing has said it yet.
      if (!checkoutUrl) await adapter.read!(new AbortController().signal);
      if (checkoutUrl) globalThis.location.assign(checkoutUrl);
    },
  };
}

const isAbout = ({ field }: Said, name: string) => field?.includes(name);

/** A limit is told in a 200 here (https://shopify.dev/docs/api/usage/limits). */
function failure(answer: Answer): Outcome {
  const [error] = answer.body?.errors ?? [];
  const outcome = outcomeOf(answer, error?.message);
  return error?.extensions?.code === 'THROTTLED' ? { retryAfterMs: 1000, ...outcome, refused: true } : outcome;
}

function heldCart({ cost: { totalAmount }, lines }: StorefrontCart): HeldCart {
  const { amount, currencyCode: currency } = totalAmount;
  // What is sold out stays as a line of none.
  const nodes = lines.nodes.filter(({ quantity }) => quantity);
  return {
    currency,
    totalMinor: toMinor(amount, currency),
    lines: nodes.map(({ id, quantity, attributes, cost, merchandise }): HeldLine => {
      const attribute = (wanted: string) => attributes.find(({ key }) => key === wanted)?.value;
      return {
        key: id,
        requestId: attribute('_shoppable_id') ?? id,
        productId: merchandise.product.id,
        variantId: merchandise.id,
        sku: merchandise.sku,
        title: merchandise.product.title,
        quantity,
        bundleId: attribute('_bundle'),
        properties: { _shoppable: attribute('_shoppable') ?? '' },
        unitMinor: toMinor(cost.amountPerQuantity.amount, currency),
      };
    }),
  };
}
