import { formatPrice } from '../../i18n/price.js';
import type { Product, Variant } from '../../schema/manifest.js';

/** The price that a product has now, where it had another one; undefined where it is the same. */
export function priceChange(
  before: Product,
  variantBefore: Variant | undefined,
  after: Product,
  variantAfter: Variant | undefined,
  locale: string,
): string | undefined {
  const was = variantBefore?.price ?? before.price;
  const { minor, currency } = variantAfter?.price ?? after.price;
  return minor === was.minor && currency === was.currency ? undefined : formatPrice(minor, currency, locale);
}
