import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shopifyProducts } from './variants.mjs';

/** The film's own manifest for the second shop: the same picture and hotspots, other numbers. */
export async function shopifyManifest(products, media) {
  const manifest = JSON.parse(await readFile(join(media, 'coffee/manifest.json'), 'utf8'));
  // Its addresses are relative to where it lies, and this one lies elsewhere.
  const at = (src) => new URL(src, 'http://shop/media/coffee/').pathname;
  const moved = (items) => items.map((item) => ({ ...item, src: at(item.src) }));
  const { sources, tracks, storyboard, ...others } = manifest.media;
  return {
    ...manifest,
    id: 'coffee-shopify',
    poster: at(manifest.poster),
    media: {
      ...others,
      sources: moved(sources),
      tracks: moved(tracks),
      ...(storyboard && { storyboard: at(storyboard) }),
    },
    products: shopifyProducts(products).map((product) => ({ ...product, media: moved(product.media) })),
  };
}
