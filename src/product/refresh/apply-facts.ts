import type { Product, Variant } from '../../schema/manifest.js';
import type { ProductFacts } from '../../schema/product-facts.js';

type Facts = Pick<ProductFacts, 'price' | 'availability' | 'stock'>;

const AVAILABILITIES = ['in-stock', 'low-stock', 'out-of-stock', 'preorder'];

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * A product with what the shop says of it now. A fact that makes no sense is left out, and the others count.
 * @param facts as they came from the page or the network
 * @param fault told of each fact that was left out, by its place and what it must be
 * @returns the same product where nothing differs
 */
export function applyFacts(product: Product, facts: unknown, fault: (place: string, rule: string) => void): Product {
  const { currency } = product.price;
  const { variants, ...own } = Object(facts) as ProductFacts;
  const changed = checked(own, currency, '', fault);
  const known = new Map(product.variants.map((variant) => [variant.id, variant]));
  const renewed = new Map<string, Variant>();
  if (variants !== undefined && !Array.isArray(variants)) fault('variants', 'must be a list');
  for (const [index, entry] of Array.isArray(variants) ? variants.entries() : []) {
    const { id, ...rest } = Object(entry) as Partial<ProductFacts>;
    const variant = known.get(id!);
    const place = `variants[${index}]`;
    const mended = variant && merge(variant, checked(rest, currency, `${place}.`, fault));
    if (!mended) fault(`${place}.id`, 'must name one of the variants');
    else if (mended !== variant) renewed.set(mended.id, mended);
  }
  const next = merge(product, changed);
  if (!renewed.size) return next;
  return { ...next, variants: product.variants.map((variant) => renewed.get(variant.id) ?? variant) };
}

function checked(facts: Facts, currency: string, place: string, fault: (place: string, rule: string) => void): Facts {
  const { price, availability, stock } = facts;
  const good: { -readonly [K in keyof Facts]: Facts[K] } = {};
  if (price !== undefined) {
    const { minor, compareAtMinor } = Object(price);
    const before = isCount(compareAtMinor) && compareAtMinor >= minor;
    if (!isCount(minor)) fault(`${place}price.minor`, 'must be a whole number of minor units');
    else if (price.currency !== currency) fault(`${place}price.currency`, `must be ${currency}, as in the manifest`);
    else good.price = { minor, currency, ...(before && { compareAtMinor }) };
  }
  if (availability !== undefined) {
    if (AVAILABILITIES.includes(availability)) good.availability = availability;
    else fault(`${place}availability`, `must be one of ${AVAILABILITIES.join(', ')}`);
  }
  if (stock !== undefined) {
    if (isCount(stock)) good.stock = stock;
    else fault(`${place}stock`, 'must be a whole number from 0 on');
  }
  return good;
}

/** The same object where every fact is what it says already: nobody need draw anew. */
function merge<T extends Facts>(item: T, facts: Facts): T {
  const differs = (Object.keys(facts) as (keyof Facts)[]).some(
    (key) => JSON.stringify(sorted(facts[key])) !== JSON.stringify(sorted(item[key])),
  );
  return differs ? { ...item, ...facts } : item;
}

const sorted = (value: unknown) =>
  value && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
