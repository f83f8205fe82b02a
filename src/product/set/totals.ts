import type { Price, Product, Variant } from '../../schema/manifest.js';

export const priceOf = (product: Product, variant: Variant | undefined): Price => variant?.price ?? product.price;

/** The sum, in minor units; undefined for prices of several currencies, which nobody can add. */
export function totalOf(prices: readonly Price[]): Pick<Price, 'minor' | 'currency'> | undefined {
  const [first] = prices;
  if (!first || prices.some(({ currency }) => currency !== first.currency)) return undefined;
  return { minor: prices.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}

/** What a bundle saves against its parts; 0 where it saves nothing, or nobody can tell. */
export function savingOf(bundleMinor: number, prices: readonly Price[]): number {
  return Math.max(0, (totalOf(prices)?.minor ?? 0) - bundleMinor);
}
