import { availabilityOf } from '../../host/availability-of.js';
import type { Manifest, Product, Variant } from '../../schema/manifest.js';
import { toDecimal } from '../money.js';

type Json = Record<string, unknown>;

/** https://schema.org/ItemAvailability */
const AVAILABILITY = {
  'in-stock': 'InStock',
  'low-stock': 'LimitedAvailability',
  'out-of-stock': 'OutOfStock',
  preorder: 'PreOrder',
} as const;

export interface PageFacts {
  /** When the film was published, ISO 8601. */
  readonly uploadDate?: string;
  /** Absolute; the page that the film stands on. */
  readonly pageUrl?: string;
}

/** `PT1M4.5S`: a duration of ISO 8601 as schema.org wants it. */
function isoDuration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, (rest || seconds < 1) && `${rest}S`];
  return `PT${parts.filter(Boolean).join('')}`;
}

function videoObject(manifest: Manifest, { uploadDate, pageUrl = '' }: PageFacts): Json {
  const { title, description, lang, poster, duration, media, segments } = manifest;
  const mp4 = media.sources.find(({ type }) => type.startsWith('video/mp4'));
  return {
    '@type': 'VideoObject',
    name: title,
    description: description ?? title,
    ...(poster && { thumbnailUrl: poster }),
    ...(uploadDate && { uploadDate }),
    ...(duration && { duration: isoDuration(duration) }),
    ...(mp4 && { contentUrl: mp4.src }),
    ...(lang && { inLanguage: lang }),
    ...(segments.length && {
      hasPart: segments.map(({ label, start, end }) => ({
        '@type': 'Clip',
        name: label,
        startOffset: start,
        endOffset: end,
        url: `${pageUrl.split('#')[0]}#t=${start}`,
      })),
    }),
  };
}

function offer(product: Product, variant?: Variant): Json {
  const { minor, currency } = variant?.price ?? product.price;
  const { is } = availabilityOf({ ...product, ...(variant && { ...variant, variants: [] }) } as Product);
  return {
    '@type': 'Offer',
    ...(variant?.options.length && { name: variant.options.join(', ') }),
    ...(variant?.sku && { sku: variant.sku }),
    price: toDecimal(minor, currency),
    priceCurrency: currency,
    availability: `https://schema.org/${AVAILABILITY[is]}`,
    url: product.url,
  };
}

/** Addresses of a product's pictures; its clips are none. */
export const picturesOf = ({ media }: Product) =>
  media.filter(({ type }) => !type?.startsWith('video/')).map(({ src }) => src);

function productObject(product: Product): Json {
  const { name, description, url, sku, brand, rating, variants } = product;
  const pictures = picturesOf(product);
  return {
    '@type': 'Product',
    '@id': url,
    name,
    ...(description && { description }),
    url,
    ...(pictures.length && { image: pictures }),
    ...(sku && { sku }),
    ...(brand && { brand: { '@type': 'Brand', name: brand } }),
    ...(rating?.count && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: rating.value,
        ratingCount: rating.count,
        bestRating: 5,
      },
    }),
    offers: variants.length ? variants.map((variant) => offer(product, variant)) : offer(product),
  };
}

/** The film and what is sold in it, as https://schema.org has it: a VideoObject with its Clips, Products with Offers. */
export function jsonLd(manifest: Manifest, facts: PageFacts): Json {
  return {
    '@context': 'https://schema.org',
    '@graph': [videoObject(manifest, facts), ...manifest.products.map(productObject)],
  };
}
