import type { Product } from '../../schema/manifest.js';

/** Something about a product that is allowed and hardly meant. */
export interface Doubt {
  /** The place within the product. */
  readonly path: string;
  readonly what: string;
}

/**
 * What an author should look at again. Nothing is left out for it: a browser may be older than a currency, and a
 * bundle may be dear.
 * @param known the currencies that the browser knows; undefined where it does not say
 * @param find a product by its id
 */
export function doubtsAbout(
  product: Product,
  known: ReadonlySet<string> | undefined,
  find: (id: string) => Product | undefined,
): Doubt[] {
  const doubts: Doubt[] = [];
  const doubt = (path: string, what: string) => doubts.push({ path, what });
  const { currency } = product.price;
  if (known && !known.has(currency)) doubt('price.currency', `${currency} is no currency that this browser knows`);

  const unused = product.options.flatMap(({ name, values }, o) => {
    const used = new Set(product.variants.map(({ options }) => options[o]));
    return values
      .map((value) => (typeof value === 'string' ? value : value.value))
      .flatMap((value) => (used.has(value) ? [] : [`${name} ${value}`]));
  });
  if (product.variants.length && unused.length) doubt('options', `no variant has ${short(unused.join(', '))}`);
  product.bundles.forEach(({ products, priceMinor }, b) => {
    const prices = products.flatMap((id) => (find(id) ? [find(id)!.price] : []));
    if (prices.some((price) => price.currency !== currency))
      doubt(`bundles[${b}]`, 'its products are priced in several currencies, so it is not shown');
    else if (priceMinor > prices.reduce((sum, { minor }) => sum + minor, 0))
      doubt(`bundles[${b}].priceMinor`, 'it costs more than its products');
  });
  return doubts;
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
