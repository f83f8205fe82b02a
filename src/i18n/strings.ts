import type { enCard } from './en-card.js';
import type { enCardMore } from './en-card-more.js';
import type { enCart } from './en-cart.js';
import type { enFacade } from './en-facade.js';
import type { enPlayer } from './en-player.js';
import type { enScrubber } from './en-scrubber.js';
import type { enShelf } from './en-shelf.js';
import type { enStills } from './en-stills.js';

type Text<T> = T extends string ? string : { readonly [K in keyof T]: Text<T[K]> };

/** The texts of the card. */
export type CardStrings = Text<typeof enCard>;
/** The texts of the card's parts that come when they are asked for. */
export type CardMoreStrings = Text<typeof enCardMore>;
/** The texts of the seek bar's marks. */
export type ScrubberStrings = Text<typeof enScrubber>;
/** The texts of the shelf. */
export type ShelfStrings = Text<typeof enShelf>;
/** The texts of the mini-cart. */
export type CartStrings = Text<typeof enCart>;
/** The texts of the pictures that stand in for a film. */
export type StillsStrings = Text<typeof enStills>;
/** The texts of what plays. Those of other parts may be among them; the English of each comes with the part itself. */
export type PlayerStrings = Text<typeof enFacade & typeof enPlayer> &
  Partial<CardStrings & CardMoreStrings & ScrubberStrings> & {
    readonly shelf?: ShelfStrings;
    readonly cart?: CartStrings;
    readonly stills?: StillsStrings;
  };
