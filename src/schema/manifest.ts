/**
 * The manifest, version 1: what plays, what is sold in it, and where that is in the picture.
 * Money is integer minor units with an ISO 4217 currency, times are seconds of media time,
 * `x`, `y` (centre) and `w`, `h` (box) are fractions 0..1 of the picture.
 * Browser code imports only the types from here; the parser has a chunk of its own.
 */
import type { $ZodType, input, output } from 'zod/v4/core';
import * as z from './zod-parts.js';

const id = z.string(z.minLength(1), z.maxLength(200));
const text = z.string(z.maxLength(20_000));
const name = z.string(z.minLength(1), z.maxLength(5_000));
/** Its form is checked where it is resolved, in `manifest-urls.ts`: a relative one means nothing without its base. */
const url = z.string(z.minLength(1), z.maxLength(5_000));
const seconds = z.number(z.gte(0), z.lte(1e9));
const fraction = z.number(z.gte(0), z.lte(1));
const count = z.number(z.integer(), z.gte(0));
const currency = z.string(z.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR'));
export const RATIO = /^[1-9]\d{0,4}:[1-9]\d{0,4}$/;
const ratio = z.string(z.regex(RATIO, 'must be a ratio such as 16:9'));
const availability = z.oneOf('in-stock', 'low-stock', 'out-of-stock', 'preorder');
const list = <T extends $ZodType>(item: T) => z.defaultTo(z.array(item), (): output<T>[] => []);
const custom = z.optional(z.record(z.unknown()));

/** A point of a picture. */
const point = { x: fraction, y: fraction };

export const Price = z.strictObject(() => ({ minor: count, compareAtMinor: z.optional(count), currency }));

const ProductMedia = z.strictObject(() => ({
  role: z.oneOf('angle', 'closeup', 'scale', 'lifestyle', 'lighting', 'tryon', 'compare'),
  src: url,
  alt: text,
  type: z.optional(z.string()),
}));

export const Variant = z.strictObject(() => ({
  id,
  sku: z.optional(id),
  /** One value per option, in the order of `options`. */
  options: z.array(z.string()),
  price: z.optional(Price),
  availability: z.defaultTo(availability, () => 'in-stock'),
  stock: z.optional(count),
  media: list(ProductMedia),
}));

export const Product = z.strictObject(() => ({
  id,
  sku: z.optional(id),
  name,
  brand: z.optional(name),
  url,
  description: z.optional(text),
  price: Price,
  refresh: z.optional(url),
  availability: z.optional(availability),
  stock: z.optional(count),
  media: list(ProductMedia),
  /** The ends of its line on the `scale` picture: both or neither. */
  dimensions: list(
    z.strictObject(() => ({
      name,
      value: z.number(),
      unit: z.string(),
      from: z.optional(z.strictObject(() => point)),
      to: z.optional(z.strictObject(() => point)),
    })),
  ),
  facts: list(z.strictObject(() => ({ name, value: text }))),
  rating: z.optional(z.strictObject(() => ({ value: z.number(z.gte(0), z.lte(5)), count }))),
  options: list(
    z.strictObject(() => ({
      name,
      values: z.array(
        z.either(
          name,
          z.strictObject(() => ({ value: name, swatch: z.optional(z.string()) })),
        ),
      ),
    })),
  ),
  variants: list(Variant),
  complements: list(id),
  bundles: list(z.strictObject(() => ({ id, products: z.array(id), priceMinor: count }))),
  alternates: list(id),
  custom,
}));

export const Keyframe = z.strictObject(() => ({
  t: seconds,
  ...point,
  w: z.optional(fraction),
  h: z.optional(fraction),
}));
const keyframes = z.array(Keyframe, z.minLength(1));

export const Hotspot = z.strictObject(() => ({
  id: z.optional(id),
  product: id,
  label: z.optional(name),
  start: seconds,
  end: seconds,
  keyframes,
  easing: z.defaultTo(z.oneOf('linear', 'smooth'), () => 'linear'),
  action: z.defaultTo(z.oneOf('open', 'seek', 'link'), () => 'open'),
  target: z.optional(z.either(url, seconds)),
  /** By ratio; the keys are checked in `manifest-rules.ts`. */
  aspects: z.optional(z.record(keyframes)),
}));

const Track = z.strictObject(() => ({
  kind: z.oneOf('captions', 'chapters', 'descriptions'),
  src: url,
  lang: z.string(),
  label: z.string(),
}));

export const Manifest = z.strictObject(() => ({
  $schema: z.optional(z.string()),
  version: z.literal(1, 'must be 1, the only version that this player reads'),
  id,
  title: name,
  description: z.optional(text),
  lang: z.optional(z.string()),
  poster: z.optional(url),
  duration: z.optional(seconds),
  aspect: z.optional(ratio),
  onOpen: z.defaultTo(z.oneOf('pause', 'play'), () => 'pause'),
  next: z.optional(url),
  media: z.strictObject(() => ({
    sources: z.array(
      z.strictObject(() => ({ src: url, type: z.string() })),
      z.minLength(1),
    ),
    tracks: list(Track),
    storyboard: z.optional(url),
  })),
  products: list(Product),
  hotspots: list(Hotspot),
  segments: list(
    z.strictObject(() => ({
      id,
      label: name,
      start: seconds,
      end: seconds,
      host: z.optional(name),
      kind: z.optional(z.string()),
    })),
  ),
  campaign: z.optional(
    z.strictObject(() => ({ id, source: z.optional(id), medium: z.optional(id), host: z.optional(id) })),
  ),
  experiment: z.optional(
    z.strictObject(() => ({
      id,
      arms: z.array(
        z.strictObject(() => ({
          id,
          weight: z.number(z.gte(0)),
          patch: z.optional(z.record(z.unknown())),
        })),
      ),
      holdout: z.optional(fraction),
    })),
  ),
  room: z.optional(z.strictObject(() => ({ url, id }))),
  call: z.optional(z.strictObject(() => ({ url, skill: z.optional(id) }))),
  custom,
}));

export type ManifestInput = input<typeof Manifest>;
export type ManifestOutput = output<typeof Manifest>;
export type Price = output<typeof Price>;
export type Product = output<typeof Product>;
export type Variant = output<typeof Variant>;
export type Keyframe = output<typeof Keyframe>;
/** A hotspot after parsing: every one has an id. */
export type Hotspot = output<typeof Hotspot> & { id: string };
export type Track = output<typeof Track>;
/** A manifest after parsing: defaults filled in, URLs absolute, what was wrong left out. */
export type Manifest = Omit<ManifestOutput, 'hotspots'> & { hotspots: Hotspot[] };
