import type { Price } from '../schema/manifest.js';

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
