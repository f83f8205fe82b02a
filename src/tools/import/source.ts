import type { Hotspot, Manifest, Product, Variant } from '../../schema/manifest.js';

/** What must be written of a thing, and what may be. */
type Written<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

export type VariantInput = Written<Variant, 'id' | 'options'>;
export type ProductInput = Written<Omit<Product, 'variants'>, 'id' | 'name' | 'url' | 'price'> & {
  readonly variants?: VariantInput[];
};
export type HotspotInput = Written<Hotspot, 'product' | 'start' | 'end' | 'keyframes'>;
export type SegmentInput = Manifest['segments'][number];
export type SourceInput = Manifest['media']['sources'][number];

/** A file that is not what its format says: there is nothing to go on with. */
export class ImportError extends Error {}

/** Tells of what could not be taken over. @param place where in the imported file */
export type Warn = (place: string, message: string) => void;

/** What every importer is told beside the file. */
export interface ImportOptions {
  /** ISO 4217; for prices whose file names none. */
  readonly currency?: string;
  /** For addresses that the file has only the end of: the shop's own, absolute. */
  readonly shop?: string;
  /** Cloudinary's name for the account, where the file does not say it. */
  readonly cloudName?: string;
  /** Unix time, ms: whether a reduction is in force. */
  readonly now: number;
  readonly warn: Warn;
}

/** A product as a film's file lists it: often without a price, which a feed has. */
export type ListedProduct = Partial<ProductInput> & Pick<ProductInput, 'id'>;

/** What a film's file says. */
export interface ImportedFilm {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly poster?: string;
  readonly onOpen?: 'pause' | 'play';
  readonly sources: readonly SourceInput[];
  readonly products: readonly ListedProduct[];
  readonly hotspots: readonly HotspotInput[];
  readonly segments: readonly SegmentInput[];
}

/** A product of a feed, and every name that a film may call it by. */
export interface CatalogueEntry {
  readonly product: ProductInput;
  readonly names: readonly string[];
}

/** A format: either a film with its hotspots, or products alone. */
export type Format = {
  /** What it is and where it comes from, for the help. */
  readonly about: string;
} & (
  | { readonly film: (text: string, options: ImportOptions) => ImportedFilm }
  | { readonly products: (text: string, options: ImportOptions) => CatalogueEntry[] }
);

/** A JSON object. @throws ImportError when the text is none */
export function readObject(text: string, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImportError(`This is no JSON, which ${what} is: ${(cause as Error).message}`);
  }
  if (!isObject(value)) throw new ImportError(`This is no JSON object, which ${what} is.`);
  return value;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; whatever else stands in it is told of. */
export function objectsOf(value: unknown, place: string, warn: Warn): [place: string, item: Record<string, unknown>][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    warn(place, 'is no list');
    return [];
  }
  return value.flatMap((item, index) => {
    if (isObject(item)) return [[`${place}[${index}]`, item] as [string, Record<string, unknown>]];
    warn(`${place}[${index}]`, 'is no object');
    return [];
  });
}

/** A text that is there; numbers count as one, because ids are often numbers. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
};

/** Names the keys of an object that nobody reads, once. */
export function tellUnread(item: Record<string, unknown>, read: readonly string[], place: string, warn: Warn): void {
  const unread = Object.keys(item).filter((key) => !read.includes(key));
  if (unread.length) warn(place, `has no equal for ${unread.join(', ')}`);
}

/** An object without the keys that have no value. */
export const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
