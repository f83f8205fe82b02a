import type { enCard } from './en-card.js';
import type { enFacade } from './en-facade.js';
import type { enPlayer } from './en-player.js';
import type { enScrubber } from './en-scrubber.js';

type Text<T> = T extends string ? string : { readonly [K in keyof T]: Text<T[K]> };

/** The texts of the card. */
export type CardStrings = Text<typeof enCard>;
/** The texts of the seek bar's marks. */
export type ScrubberStrings = Text<typeof enScrubber>;
/** The texts of what plays. Those of the card and the marks may be among them; English comes with each of the two. */
export type PlayerStrings = Text<typeof enFacade & typeof enPlayer> & Partial<CardStrings & ScrubberStrings>;
