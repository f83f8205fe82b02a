import type { Price, Product, Variant } from './manifest.js';

/** What a shop says of a product now. What it leaves out stays as it was. */
export interface ProductFacts {
  readonly id: string;
  readonly price?: Price;
  readonly availability?: NonNullable<Product['availability']>;
  readonly stock?: number;
  readonly variants?: readonly (Pick<Variant, 'id'> & Partial<Pick<Variant, 'price' | 'availability' | 'stock'>>)[];
}

/**
 * Asks the shop for what products cost now and whether they can be had: the player's `refreshProducts`.
 * @param productIds those that the shopper is looking at
 * @param signal aborts after ten seconds, or when nobody looks any more
 */
export type RefreshProducts = (
  productIds: readonly string[],
  signal: AbortSignal,
) => readonly ProductFacts[] | PromiseLike<readonly ProductFacts[]>;
