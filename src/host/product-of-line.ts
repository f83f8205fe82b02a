import type { Manifest, Product } from '../schema/manifest.js';
import { productOf } from './product-of.js';
import type { PlayerState } from './state.js';

interface Line {
  readonly productId: string;
  readonly variantId?: string;
}

const indexes = new WeakMap<Manifest, ReadonlyMap<string, string>>();

/** The film's product that a line of the shop's cart is of: by its id, or where the shop has other ids, by its variant's. */
export function productOfLine(state: PlayerState, { productId, variantId }: Line): Product | undefined {
  const { manifest } = state;
  const named = productOf(state, productId);
  if (named || !manifest || !variantId) return named;
  let index = indexes.get(manifest);
  if (!index) {
    index = new Map(manifest.products.flatMap(({ id, variants }) => variants.map((variant) => [variant.id, id])));
    indexes.set(manifest, index);
  }
  return productOf(state, index.get(variantId));
}
