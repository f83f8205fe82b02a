import type { CartOutcome } from '../../cart/outcome.js';
import type { CardStrings, PlayerStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import type { Choice } from '../variants/choice.js';
import type { Standing } from '../variants/matrix.js';

/** Everything that the card shows. */
export interface CardModel {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly choice: Choice;
  readonly standing: (option: number, value: string) => Standing;
  readonly quantity: number;
  readonly cart: { readonly is: 'idle' | 'pending' } | ({ readonly is: 'answered' } & CartOutcome);
  /** What has changed and is to be said: another price, another choice. */
  readonly note: string;
  /** What can be had instead of a product that is sold out. */
  readonly alternates: readonly Product[];
  readonly hasCart: boolean;
  readonly text: CardStrings & PlayerStrings;
  readonly locale: string;
}

export interface CardActions {
  close(): void;
  choose(option: number, value: string): void;
  count(quantity: number): void;
  add(buyNow: boolean): void;
  open(productId: string): void;
}
