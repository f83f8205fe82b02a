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

/** A count in the shopper's digits. (The bar of controls keeps to 0–9, as its times do: see `formatTime`.) */
export const formatNumber = (count: number, locale: string): string => new Intl.NumberFormat(locale).format(count);

/**
 * Chooses the plural form by the language's own rules (CLDR through `Intl.PluralRules`) and fills it in. English forms
 * stand in for a language that has no texts; where that one knows no singular, English chooses.
 */
export function plural(forms: { readonly other: string }, count: number, locale: string): string {
  const rulesOf = (language: string) => new Intl.PluralRules(language);
  const own = rulesOf(locale);
  const isOwn = 'one' in forms === own.resolvedOptions().pluralCategories.includes('one');
  const form = (isOwn ? own : rulesOf('en')).select(count);
  return fill((forms as Record<string, string>)[form] ?? forms.other, { count: formatNumber(count, locale) });
}
