import type { ShoppableHost } from '../../host/host.js';
import type { CardStrings, PlayerStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import type { Order } from '../ask/orders.js';

/** What a part that comes later gets from the card. */
export interface CardContext {
  readonly host: ShoppableHost;
  /** In the language of now, as `locale`: not to be kept. */
  readonly text: CardStrings & PlayerStrings;
  readonly locale: string;
  /** A product as the shop last described it. */
  readonly find: (id: string) => Product | undefined;
  readonly order: Order;
  /** Tells of a part that could not be loaded. */
  readonly report: (cause: unknown) => void;
}

/** A part that draws itself whenever the card has something else to show. */
export interface CardPart {
  show(product: Product, variant: Variant | undefined): void;
}
