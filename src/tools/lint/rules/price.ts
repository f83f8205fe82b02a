import { digitsOf } from '../../money.js';
import type { Fault, Rule } from '../finding.js';

interface Money {
  readonly minor: number;
  readonly compareAtMinor?: number;
  readonly currency: string;
}

function* faultsOf({ minor, compareAtMinor, currency }: Money, path: string): Generator<Fault> {
  if (digitsOf(currency) === undefined)
    yield { path: `${path}.currency`, message: `is ${currency}, which is no currency of ISO 4217`, severity: 'error' };
  if (minor === 0) yield { path: `${path}.minor`, message: 'is 0: the product is shown as free' };
  if (compareAtMinor === minor)
    yield { path: `${path}.compareAtMinor`, message: 'is the price itself, and is shown as no reduction' };
}

export const price: Rule = {
  code: 'price',
  severity: 'warning',
  finds:
    'A price that is missing, no whole number of minor units, of another currency than its product’s or of none that exists, above its former price (errors); one of 0, a reduction by nothing, a bundle that saves nothing (warnings).',
  cure: 'Give whole minor units: 1900 with EUR is 19.00 €.',
  owns: (path) => /(?:^|\.)price(?:\.|$)|\.priceMinor$/.test(path),
  *check({ manifest: { products }, places }) {
    for (const product of products) {
      const at = places.product(product.id);
      yield* faultsOf(product.price, `${at}.price`);
      for (const variant of product.variants)
        if (variant.price) yield* faultsOf(variant.price, `${places.variant(product.id, variant.id)}.price`);
      for (const [index, bundle] of product.bundles.entries()) {
        const parts = bundle.products.map((id) => products.find((one) => one.id === id)?.price);
        if (parts.some((part) => part?.currency !== product.price.currency)) continue;
        const sum = parts.reduce((total, part) => total + part!.minor, 0);
        if (bundle.priceMinor >= sum)
          yield {
            path: `${at}.bundles[${index}].priceMinor`,
            message: `is ${bundle.priceMinor}, and its products cost ${sum} one by one`,
          };
      }
    }
  },
};
