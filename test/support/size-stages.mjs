import { staticClosure } from './static-closure.mjs';

const chunk = (name) => `dist/chunks/${name}.js`;

const ELEMENT = ['dist/shoppable-video.js'];
const PLAYING = [...ELEMENT, chunk('playback'), chunk('check-manifest')];

const BEACONS = [...PLAYING, chunk('start-beacons')];

const CARD = [chunk('card')];
/** What comes once the card is shown, and what the shopper asks for in it. */
const CARD_PARTS = ['orders', 'check', 'extras', 'set', 'compare', 'intents'].map(chunk);

/** What these files load that those have not. */
const beyond = (files, those) => {
  const there = new Set(staticClosure(those));
  return staticClosure(files).filter((file) => !there.has(file));
};

/**
 * What is loaded at each stage of a page. Only the first file of a stage is named here; the rest is read from the
 * built files' own imports.
 */
export const stages = () => ({
  eager: staticClosure(ELEMENT),
  playing: staticClosure(PLAYING),
  card: beyond(CARD, PLAYING),
  cardParts: beyond(CARD_PARTS, [...PLAYING, ...CARD]),
  playingWithBeacons: staticClosure(BEACONS),
  /** What comes with the consent; pages with other formats than our own load one more file. */
  delivery: beyond([chunk('outbox')], BEACONS),
  formats: beyond(['ga4', 'segment', 'data-layer'].map(chunk), [...BEACONS, chunk('outbox')]),
  loader: staticClosure(['dist/loader.js']),
  scrubber: beyond([chunk('scrubber')], PLAYING),
  /** Comes with that. */
  later: beyond([chunk('later')], [...PLAYING, chunk('scrubber')]),
  /** What the shopper asks for in the bar, all of it. */
  menu: beyond(['menu', 'document-pip', 'captions', 'descriptions', 'full-window'].map(chunk), PLAYING),
  stills: beyond([chunk('stills')], [...PLAYING, chunk('scrubber')]),
  /** What a part adds to a page that plays. */
  shelf: beyond(['dist/shelf.js'], PLAYING),
  cart: beyond(['dist/cart.js'], PLAYING),
  /** For those who sell: all of it but the charts over time, which are loaded for the first of them. */
  insights: beyond(['dist/insights.js'], ELEMENT),
  /** What any language but plain English needs on the poster, beside its texts. */
  languages: beyond([chunk('speak')], ELEMENT),
});

/** A cart adapter as a page imports it from `dist/adapters`. */
export function adapter(name) {
  const all = staticClosure([`dist/adapters/${name}.js`]);
  return { own: all.slice(0, 1), all };
}
