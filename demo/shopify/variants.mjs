import { savingOf } from '../shop/bundles.mjs';
import { stockOf } from '../shop/stock.mjs';

/** The most that one order may hold, by the first shop's ids. */
const LIMITS = new Map([
  ['coffee-maker', 2],
  ['sweater-ecru-m', 2],
]);

const FIRST_PRODUCT = 8_100_000_000_000;
const FIRST_VARIANT = 44_100_000_000_000;

/** As Shopify numbers them: a product without a choice has one variant all the same. */
function variantsOf({ id: productId, name, sku, price, availability, variants = [] }, index) {
  const choices = variants.length ? variants : [{ id: undefined, sku, options: [], availability }];
  return choices.map((variant, at) => ({
    id: String(FIRST_VARIANT + (index + 1) * 100 + at + 1),
    productId: String(FIRST_PRODUCT + index + 1),
    title: [name, ...variant.options].join(' – '),
    sku: variant.sku,
    priceMinor: (variant.price ?? price).minor,
    stock: stockOf({ productId, variantId: variant.id, soldOut: variant.availability === 'out-of-stock' }),
    limit: LIMITS.get(variant.id ?? productId),
    variant,
    ofProduct: productId,
  }));
}

/** What lies on the shelf of one shopper's stock room, fresh each time: a room changes its stock. */
export const shelfOf = (products) => products.flatMap(variantsOf).map(({ variant: _, ofProduct: __, ...kept }) => kept);

/** What the shop says of one product now. */
export const factsOf = (product, index) => ({
  price: product.price,
  variants: variantsOf(product, index).map(({ id, stock }) => ({ id, stock })),
});

/** What is taken off for the bundles whose parts are all in the cart as parts of it, minor units. */
export function savedOn(products, lines) {
  const productOf = new Map(products.flatMap(variantsOf).map(({ id, ofProduct }) => [id, ofProduct]));
  const held = (bundleId, product) =>
    lines.reduce(
      (sum, line) =>
        sum + (line.bundleId === bundleId && productOf.get(line.variantId) === product ? line.quantity : 0),
      0,
    );
  return products
    .flatMap(({ bundles = [] }) => bundles)
    .reduce((saved, bundle) => {
      const sets = Math.min(...bundle.products.map((product) => held(bundle.id, product)));
      return saved + sets * savingOf(products, bundle);
    }, 0);
}

/** What the film asks the shop about when a card opens; of all else it knows what its manifest says. */
const ASKED = ['lamp'];

/** The film's products with Shopify's numbers for variants, and with addresses in this shop. */
export const shopifyProducts = (products) =>
  products.map((product, index) => ({
    ...product,
    url: `/shopify.html#product=${product.id}`,
    ...(ASKED.includes(product.id) && { refresh: `/shopify/facts/${product.id}` }),
    variants: variantsOf(product, index).map(({ id, variant }) => ({ ...variant, id })),
  }));
