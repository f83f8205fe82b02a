import type { Product } from '../schema/manifest.js';

type Kind = NonNullable<Product['availability']>;

export interface Availability {
  readonly is: Kind;
  /** How many there are, where the shop has told and it is few. */
  readonly left?: number;
}

/** Up to so many are worth a number. */
const FEW = 5;

/** Whether a product can be had in any of its variants; what holds of one variant alone is said when it is chosen. */
export function availabilityOf({ availability = 'in-stock', stock, variants }: Product): Availability {
  if (!variants.length) {
    if (availability === 'out-of-stock' || stock === 0) return { is: 'out-of-stock' };
    return stock !== undefined && stock <= FEW ? { is: 'low-stock', left: stock } : { is: availability };
  }
  const had = variants.filter((variant) => variant.availability !== 'out-of-stock' && variant.stock !== 0);
  if (!had.length) return { is: 'out-of-stock' };
  return { is: had.every((variant) => variant.availability === 'preorder') ? 'preorder' : 'in-stock' };
}
