import { readFile } from 'node:fs/promises';

/** The products as the pages and the film's manifest show them. */
export const readCatalogue = async () => JSON.parse(await readFile(new URL('products.json', import.meta.url), 'utf8'));

/** What a product or one of its variants costs and is called; undefined when there is no such thing. */
export function findItem(products, { productId, variantId }) {
  const product = products.find(({ id }) => id === productId);
  const variants = product?.variants ?? [];
  const variant = variants.find(({ id }) => id === variantId);
  if (!product || (variants.length ? !variant : variantId !== undefined)) return undefined;
  return {
    productId,
    variantId,
    sku: variant?.sku ?? product.sku,
    title: product.name,
    options: variant?.options ?? [],
    url: product.url,
    unitMinor: (variant?.price ?? product.price).minor,
    soldOut: (variant ?? product).availability === 'out-of-stock',
  };
}
