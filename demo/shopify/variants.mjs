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
  }));
}

/** What lies on the shelf of one shopper's stock room, fresh each time: a room changes its stock. */
export const shelfOf = (products) => products.flatMap(variantsOf).map(({ variant: _, ...kept }) => kept);

/** The film's products with Shopify's numbers for variants, and with addresses in this shop. */
export const shopifyProducts = (products) =>
  products.map((product, index) => ({
    ...product,
    url: `/shopify.html#product=${product.id}`,
    variants: variantsOf(product, index).map(({ id, variant }) => ({ ...variant, id })),
  }));
