import { fill } from '../../i18n/format.js';
import type { CardMoreStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { firstAvailable, isSoldOut } from '../variants/choice.js';
import { priceOf } from './totals.js';

/** One thing of a set, in the variant that is chosen of it. */
export interface Member {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly soldOut: boolean;
  /** It is to be added. */
  readonly wanted: boolean;
  /** The card's own product, whose variant is chosen there. */
  readonly own?: boolean;
}

/** What a shopper has chosen in a set, by the product's id. */
export interface Picks {
  readonly variants: ReadonlyMap<string, string>;
  readonly left: ReadonlySet<string>;
}

/** A product of a set: in the variant that was picked, or the first that can be had. */
export function memberOf(product: Product, { variants, left }: Picks): Member {
  const picked = product.variants.find(({ id }) => id === variants.get(product.id));
  const variant = picked ?? firstAvailable(product) ?? product.variants[0];
  const soldOut = isSoldOut(product, variant);
  return { product, variant, soldOut, wanted: !soldOut && !left.has(product.id) };
}

export const pricesOf = (members: readonly Member[]) =>
  members.map(({ product, variant }) => priceOf(product, variant));
/** By its values. (`Intl.ListFormat` has no list for them: its units end in "and" in German, and run together in Chinese.) */
export const variantName = ({ options }: Variant, { comma }: Pick<CardMoreStrings, 'comma'>): string =>
  options.reduce((before, after) => (before ? fill(comma, { before, after }) : after), '');
