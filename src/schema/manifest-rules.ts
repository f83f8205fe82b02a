/** What a schema cannot say of a manifest: how its parts must fit one another. */
import { showValue } from './issue-faults.js';
import { type ManifestOutput, type Price, RATIO } from './manifest.js';
import type { Fault, Place } from './place.js';

/** A fault for each item whose `id` an earlier one has. */
function repeated(items: readonly { readonly id?: string }[], list: Place): Fault[] {
  const known = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (id === undefined || known.size < known.add(id).size) return [];
    return { place: [...list, index, 'id'], rule: `must be unique, ${showValue(id)} stands further up` };
  });
}

export function uniqueProducts({ products }: ManifestOutput): Fault[] {
  return repeated(products, ['products']);
}

export function uniqueParts({ products, hotspots }: ManifestOutput): Fault[] {
  return [
    ...repeated(hotspots, ['hotspots']),
    ...products.flatMap(({ variants }, index) => repeated(variants, ['products', index, 'variants'])),
  ];
}

/** Everything that refers to something: products by id, options by value, an end by its start. */
export function fittingParts({ products, hotspots, segments }: ManifestOutput): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set(products.map(({ id }) => id));
  const fault = (rule: string, ...place: PropertyKey[]) => void faults.push({ place, rule });
  const named = (id: string, ...place: PropertyKey[]) => {
    if (!ids.has(id)) fault(`must name one of the products, is ${showValue(id)}`, ...place);
  };
  const price = ({ minor, compareAtMinor = minor }: Price, ...place: PropertyKey[]) => {
    if (compareAtMinor < minor) {
      fault(`must be at least the price, ${minor}, is ${compareAtMinor}`, ...place, 'compareAtMinor');
    }
  };
  const ordered = (items: readonly { start: number; end: number }[], list: string) =>
    items.forEach(({ start, end }, index) => {
      if (end <= start) fault(`must be after the start, ${start}, is ${end}`, list, index, 'end');
    });

  products.forEach((product, p) => {
    const { currency } = product.price;
    price(product.price, 'products', p, 'price');
    product.dimensions.forEach(({ from, to }, d) => {
      if (!from !== !to) fault('must have both ends or none', 'products', p, 'dimensions', d, from ? 'from' : 'to');
    });
    for (const list of ['complements', 'alternates'] as const) {
      product[list].forEach((id, index) => void named(id, 'products', p, list, index));
    }
    product.bundles.forEach((bundle, b) => {
      bundle.products.forEach((id, index) => void named(id, 'products', p, 'bundles', b, 'products', index));
    });
    const values = product.options.map(
      (option) => new Set(option.values.map((value) => (typeof value === 'string' ? value : value.value))),
    );
    product.variants.forEach((variant, v) => {
      const place = ['products', p, 'variants', v];
      if (variant.price) {
        price(variant.price, ...place, 'price');
        if (variant.price.currency !== currency)
          fault(`must be ${currency}, is ${showValue(variant.price.currency)}`, ...place, 'price', 'currency');
      }
      if (variant.options.length !== values.length) {
        fault(`must have one value per option, ${values.length}, has ${variant.options.length}`, ...place, 'options');
      }
      variant.options.forEach((value, index) => {
        if (values[index]?.has(value) === false) {
          fault(`must be a value of its option, is ${showValue(value)}`, ...place, 'options', index);
        }
      });
    });
  });
  hotspots.forEach(({ product, action, target, aspects }, index) => {
    named(product, 'hotspots', index, 'product');
    if (action === 'seek' && typeof target !== 'number')
      fault('must be seconds to seek to', 'hotspots', index, 'target');
    for (const ratio in aspects) {
      if (!RATIO.test(ratio)) fault('must be named by a ratio such as 9:16', 'hotspots', index, 'aspects', ratio);
    }
  });
  ordered(hotspots, 'hotspots');
  ordered(segments, 'segments');
  return faults;
}
