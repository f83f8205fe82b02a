import type { MenuStrings, PlayerStrings } from './strings.js';

/** What a player speaks. */
export interface Language {
  /** BCP 47, as the page says it: prices, numbers, units and lists are written so. */
  readonly locale: string;
  /** BCP 47, of the texts: English where there are none in the locale. */
  readonly lang: string;
  /** Of the texts. */
  readonly dir: 'ltr' | 'rtl';
  /** Undefined where English, as each part brings it, is all that is shown. */
  readonly strings?: PlayerStrings;
  /** The texts of the menu, which come with it, with the page's own over them. */
  menu(texts: MenuStrings): MenuStrings;
  /** How many products there are, in words: the poster brings no plural rules of its own. */
  products(count: number): string;
}
