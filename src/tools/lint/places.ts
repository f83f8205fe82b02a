import type { Hotspot, Manifest } from '../../schema/manifest.js';

type Listed = { readonly id?: unknown } | null | undefined;

/** Where the parts of a manifest that has been parsed stand in the author's file: what was left out moved them up. */
export interface Places {
  product(id: string): string;
  variant(productId: string, id: string): string;
  hotspot(hotspot: Pick<Hotspot, 'id'>): string;
}

const listOf = (holder: unknown, key: string): readonly Listed[] => {
  const list = (holder as Record<string, unknown> | null | undefined)?.[key];
  return Array.isArray(list) ? list : [];
};

const indexOf = (list: readonly Listed[], id: string) => list.findIndex((item) => item?.id === id);

/** @param input the parsed JSON; `manifest` is what the parser made of it */
export function placesOf(input: unknown, manifest: Manifest): Places {
  const products = listOf(input, 'products');
  const hotspots = listOf(input, 'hotspots');
  const product = (id: string) => `products[${indexOf(products, id)}]`;
  const known = new Set(manifest.hotspots.map(({ id }) => id));
  return {
    product,
    variant: (productId, id) =>
      `${product(productId)}.variants[${indexOf(listOf(products[indexOf(products, productId)], 'variants'), id)}]`,
    hotspot({ id }) {
      const index = known.has(id) ? indexOf(hotspots, id) : -1;
      // An id that the parser made ends in the index.
      return `hotspots[${index >= 0 ? index : (/-(\d+)-*$/.exec(id)?.[1] ?? 0)}]`;
    },
  };
}
