import type { ManifestInput } from '../../schema/manifest.js';
import { sourceOf } from './media-type.js';
import {
  type CatalogueEntry,
  defined,
  ImportError,
  type ImportedFilm,
  type ListedProduct,
  type ProductInput,
  type SourceInput,
  type Warn,
} from './source.js';

/** What a manifest needs and a file may not say. */
export interface Given {
  readonly id?: string;
  readonly title?: string;
  /** Addresses of what plays; they replace the file's own. */
  readonly media?: readonly string[];
  /** The feed's name for a product by the name that the film has for it. */
  readonly names?: ReadonlyMap<string, string>;
}

const isWhole = (product: ListedProduct): product is ProductInput =>
  Boolean(product.name && product.url && product.price);

function sourcesOf({ media = [] }: Given, film: ImportedFilm): SourceInput[] {
  const given = media.map((src) => {
    const source = sourceOf(src);
    if (!source) throw new ImportError(`--media ${src}: name a file that ends in .m3u8, .mp4 or .webm.`);
    return source;
  });
  const sources = given.length ? given : [...film.sources];
  if (!sources.length) throw new ImportError('Nothing says what plays: give its address with --media.');
  return sources;
}

/**
 * Puts together what a film and a feed say.
 * @param catalogue products of a feed; a product of the film that it has is taken from it, as the fresher
 */
export function assemble(
  film: ImportedFilm,
  catalogue: readonly CatalogueEntry[],
  given: Given,
  warn: Warn,
): ManifestInput {
  const byName = new Map(catalogue.flatMap((entry) => entry.names.map((name) => [name, entry.product] as const)));
  const products = new Map<string, ProductInput>();
  const sold = new Map<string, string>();
  for (const listed of film.products) {
    const product = byName.get(given.names?.get(listed.id) ?? listed.id) ?? listed;
    if (!isWhole(product)) {
      const missing = (['name', 'url', 'price'] as const).filter((key) => !product[key]);
      warn(
        `product ${listed.id}`,
        `has no ${missing.join(', no ')}, and is left out; a feed in --products may have it`,
      );
      continue;
    }
    products.set(product.id, product);
    sold.set(listed.id, product.id);
  }
  const hotspots = film.hotspots.flatMap((hotspot) => {
    const product = sold.get(hotspot.product);
    return product ? [{ ...hotspot, product }] : [];
  });
  const sources = sourcesOf(given, film);
  const title = given.title ?? film.title ?? 'Shoppable video';
  if (!given.title && !film.title) warn('title', 'is not in the file: say it with --title');
  return defined({
    version: 1 as const,
    id:
      given.id ??
      film.id ??
      (title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') ||
        'film'),
    title,
    description: film.description,
    poster: film.poster,
    onOpen: film.onOpen,
    media: { sources },
    products: [...products.values()],
    hotspots,
    segments: film.segments.length ? [...film.segments] : undefined,
  });
}
