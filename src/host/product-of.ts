import type { Manifest, Product } from '../schema/manifest.js';
import type { PlayerState } from './state.js';

const indexes = new WeakMap<Manifest, ReadonlyMap<string, Product>>();

/**
 * A product as the shop last described it: what was refreshed, else what the manifest says.
 * Found by index, so that a manifest with hundreds of products costs no more than one with five.
 */
export function productOf({ manifest, refreshed }: PlayerState, id: string | undefined): Product | undefined {
  if (!manifest || id === undefined) return undefined;
  let index = indexes.get(manifest);
  if (!index) {
    index = new Map(manifest.products.map((product) => [product.id, product]));
    indexes.set(manifest, index);
  }
  return refreshed.get(id) ?? index.get(id);
}
