import type { Manifest } from '../schema/manifest.js';

/** A product's place on the shelf. */
export interface Item {
  readonly productId: string;
  /** Its first hotspot, if it has any. */
  readonly hotspotId?: string;
  /** Second at which that begins. */
  readonly start?: number;
}

const made = new WeakMap<Manifest, readonly Item[]>();

/** Every product in the order in which the film shows them first; those that it never shows come last, as listed. */
export function itemsOf(manifest: Manifest): readonly Item[] {
  const known = made.get(manifest);
  if (known) return known;
  const first = new Map<string, { id: string; start: number }>();
  for (const { id, product, start } of manifest.hotspots) {
    const before = first.get(product);
    if (!before || start < before.start) first.set(product, { id, start });
  }
  const items = manifest.products
    .map(({ id }): Item => {
      const spot = first.get(id);
      return { productId: id, ...(spot && { hotspotId: spot.id, start: spot.start }) };
    })
    // A stable sort: products of the same moment stay in the manifest's order.
    .sort((a, b) => (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) || 0);
  made.set(manifest, items);
  return items;
}
