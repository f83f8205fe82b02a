import type { Price, Product } from '../schema/manifest.js';
import { fill } from './format.js';

/**
 * A price in the shopper's notation. Minor units are scaled by the currency's own digits (ISO 4217 through `Intl`:
 * none for JPY, three for KWD).
 */
export function formatPrice(minor: number, currency: Price['currency'], locale: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${minor} ${currency}`;
  }
}

/** What a product costs where no variant is chosen: its price, or "from" the lowest where its variants differ. */
export function priceLabel({ price, variants }: Product, locale: string, from: string): string {
  const all = variants.length ? variants.map((variant) => variant.price?.minor ?? price.minor) : [price.minor];
  const lowest = Math.min(...all);
  const text = formatPrice(lowest, price.currency, locale);
  return all.some((minor) => minor !== lowest) ? fill(from, { price: text }) : text;
}
