import type { enCard } from './en-card.js';
import type { enCardMore } from './en-card-more.js';
import type { enCart } from './en-cart.js';
import type { enFacade } from './en-facade.js';
import type { enMenu } from './en-menu.js';
import type { enPlayer } from './en-player.js';
import type { enScene } from './en-scene.js';
import type { enScrubber } from './en-scrubber.js';
import type { enShelf } from './en-shelf.js';
import type { enStills } from './en-stills.js';

/** The forms of a text that counts something, as CLDR and `Intl.PluralRules` name them. */
export type PluralForm = Intl.LDMLPluralRule;

/** All of English, whose keys are everybody's. */
type English = typeof enFacade &
  typeof enPlayer &
  typeof enCard &
  typeof enCardMore &
  typeof enScene &
  typeof enScrubber & {
    readonly shelf: typeof enShelf;
    readonly cart: typeof enCart;
    readonly stills: typeof enStills;
  };

type Text<T, Form extends PluralForm = 'other'> = T extends string
  ? string
  : T extends { readonly other: string }
    ? { readonly [F in Form | 'other']: string }
    : { readonly [K in keyof T]: Text<T[K], Form> };

type Own<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? { readonly [F in PluralForm]?: string }
    : { readonly [K in keyof T]?: Own<T[K]> };

/**
 * All texts of a language, none missing and none too many.
 * @typeParam Form the plural forms that the language has
 */
export type Strings<Form extends PluralForm = 'other'> = Text<English, Form>;
/** A page's own texts, as many as it likes, which are shown in place of the language's. */
export type OwnStrings = Own<English & { readonly menu: typeof enMenu }>;

/** The texts of the poster. */
export type FacadeStrings = Text<typeof enFacade>;
/** The texts of the card. */
export type CardStrings = Text<typeof enCard>;
/** The texts of the card's parts that come when they are asked for. */
export type CardMoreStrings = Text<typeof enCardMore>;
/** The texts of what is said of the scene. */
export type SceneStrings = Text<typeof enScene>;
/** The texts of the seek bar's marks. */
export type ScrubberStrings = Text<typeof enScrubber>;
/** The texts of the shelf. */
export type ShelfStrings = Text<typeof enShelf>;
/** The texts of the mini-cart. */
export type CartStrings = Text<typeof enCart>;
/** The texts of the pictures that stand in for a film. */
export type StillsStrings = Text<typeof enStills>;
/** The texts of what plays. Those of other parts are among them but in English, which comes with each part itself. */
export type PlayerStrings = Text<typeof enFacade & typeof enPlayer> & Partial<Strings>;
/** The texts of the menu, and of what is reached through it; another language's come with the menu. */
export type MenuStrings = Text<typeof enMenu>;
