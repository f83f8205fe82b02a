import { stockOf } from './stock.mjs';

/** More than this is plenty, and how much is nobody's business. */
const FEW = 20;

const told = (item) => {
  const stock = stockOf(item);
  return stock > FEW ? {} : { stock };
};

/** What the shop says of some of its products now: price, and stock where there is little. */
export const factsOf = (products, ids) =>
  products
    .filter(({ id }) => ids.includes(id))
    .map(({ id, price, availability, variants = [] }) => ({
      id,
      price,
      ...(variants.length ? {} : told({ productId: id, soldOut: availability === 'out-of-stock' })),
      variants: variants.map((variant) => ({
        id: variant.id,
        ...told({ productId: id, variantId: variant.id, soldOut: variant.availability === 'out-of-stock' }),
      })),
    }));
