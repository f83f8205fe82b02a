/** What a set of products saves together, by the products' own prices. */
export const savingOf = (products, { products: ids, priceMinor }) =>
  ids.reduce((sum, id) => sum + products.find((product) => product.id === id).price.minor, 0) - priceMinor;

/** What a cart saves on the sets that are whole in it; each piece counts for one set. In minor units. */
export function savingsOf(products, lines) {
  const left = new Map();
  for (const { productId, quantity } of lines) left.set(productId, (left.get(productId) ?? 0) + quantity);
  let saved = 0;
  for (const bundle of products.flatMap(({ bundles = [] }) => bundles)) {
    const sets = Math.min(...bundle.products.map((id) => left.get(id) ?? 0));
    for (const id of bundle.products) left.set(id, (left.get(id) ?? 0) - sets);
    saved += sets * savingOf(products, bundle);
  }
  return saved;
}
