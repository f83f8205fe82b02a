import type { enCard } from './en-card.js';
import type { enCardMore } from './en-card-more.js';
import type { enFacade } from './en-facade.js';
import type { enPlayer } from './en-player.js';
import type { enScrubber } from './en-scrubber.js';

type Text<T> = T extends string ? string : { readonly [K in keyof T]: Text<T[K]> };

/** The texts of the card. */
export type CardStrings = Text<typeof enCard>;
/** The texts of the card's parts that come when they are asked for. */
export type CardMoreStrings = Text<typeof enCardMore>;
/** The texts of the seek bar's marks. */
export type ScrubberStrings = Text<typeof enScrubber>;
/** The texts of what plays. Those of the card and the marks may be among them; English comes with each of them. */
export type PlayerStrings = Text<typeof enFacade & typeof enPlayer> &
  Partial<CardStrings & CardMoreStrings & ScrubberStrings>;
