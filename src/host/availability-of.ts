import type { Product } from '../schema/manifest.js';

type Kind = NonNullable<Product['availability']>;

/** What is bought: a variant, or a product that has none. */
interface Item {
  readonly availability?: Kind;
  readonly stock?: number;
}

export interface Availability {
  readonly is: Kind;
  /** How many there are, where the shop has told and it is few. */
  readonly left?: number;
}

/** Up to so many are worth a number. */
const FEW = 5;

export const isAvailable = ({ availability, stock }: Item): boolean => availability !== 'out-of-stock' && stock !== 0;

export function availabilityOf(item: Item): Availability {
  const { availability = 'in-stock', stock } = item;
  if (!isAvailable(item)) return { is: 'out-of-stock' };
  return stock !== undefined && stock <= FEW ? { is: 'low-stock', left: stock } : { is: availability };
}

/** Whether a product can be had in any of its variants; what holds of one variant alone is said when it is chosen. */
export function anyAvailabilityOf(product: Product): Availability {
  const { variants } = product;
  if (!variants.length) return availabilityOf(product);
  const had = variants.filter(isAvailable);
  if (!had.length) return { is: 'out-of-stock' };
  return { is: had.every(({ availability }) => availability === 'preorder') ? 'preorder' : 'in-stock' };
}
