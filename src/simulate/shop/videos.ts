import { coffee } from './coffee.js';
import type { ProductId } from './products.js';
import type { Hotspot, Video } from './video.js';

/** Each product in turn, as a film of a shop shows them: some beside each other, and one again at the end. */
const inTurn = (duration: number, products: readonly ProductId[]): Hotspot[] => {
  const each = duration / products.length;
  const turns = products.map((product, index) => ({
    id: `${product}-1`,
    product,
    start: Math.max(0, (index - 0.3) * each),
    end: Math.min(duration, (index + 1.2) * each),
  }));
  return [...turns, { id: `${products[0]}-2`, product: products[0]!, start: duration - each / 2, end: duration }];
};

const brew: Video = {
  id: 'morning-brew',
  title: 'Three ways to a morning brew',
  duration: 48,
  hotspots: inTurn(48, ['coffee-maker', 'beans', 'frother', 'mug']),
  segments: [
    { id: 'hello', label: 'Good morning', start: 0, end: 6, host: 'Ada' },
    { id: 'espresso', label: 'Espresso', start: 6, end: 24, host: 'Ada' },
    { id: 'milk', label: 'Milk', start: 24, end: 40, host: 'Ada' },
    { id: 'sip', label: 'The first sip', start: 40, end: 48, host: 'Ada' },
  ],
  surface: 'product-hero',
  pageType: 'product',
  campaign: { id: 'morning-brew', source: 'newsletter', medium: 'email' },
  costMinor: 120_000,
  traffic: 3,
  plays: 0.7,
  clicks: 0.2,
  wanted: { 'coffee-maker': 1, beans: 3, frother: 2, mug: 3 },
  carts: 0.5,
  experiment: {
    id: 'brew-host',
    holdout: 0.1,
    arms: [
      { id: 'ada', weight: 1, host: 'Ada' },
      { id: 'bo', weight: 1, host: 'Bo', clicks: 1.8 },
    ],
  },
};

const corner: Video = {
  id: 'reading-corner',
  title: 'A corner to read in',
  duration: 62,
  hotspots: inTurn(62, ['armchair', 'lamp', 'sweater']),
  segments: [
    { id: 'room', label: 'The empty room', start: 0, end: 12, host: 'Jonas' },
    { id: 'build', label: 'Piece by piece', start: 12, end: 50, host: 'Jonas' },
    { id: 'done', label: 'Done', start: 50, end: 62, host: 'Jonas' },
  ],
  surface: 'home',
  pageType: 'home',
  costMinor: 90_000,
  traffic: 2,
  plays: 0.5,
  clicks: 0.16,
  wanted: { armchair: 4, lamp: 3, sweater: 2 },
  carts: 0.55,
  experiment: {
    id: 'corner-a-a',
    holdout: 0,
    arms: [
      { id: 'a', weight: 1 },
      { id: 'same-again', weight: 1 },
    ],
  },
};

const gifts: Video = {
  id: 'gift-guide',
  title: 'Gifts below a hundred',
  duration: 40,
  hotspots: inTurn(40, ['frother', 'mug', 'beans']),
  segments: [
    { id: 'intro', label: 'Who gets what', start: 0, end: 8, host: 'Mara' },
    { id: 'gifts', label: 'The gifts', start: 8, end: 34, host: 'Mara' },
    { id: 'wrap', label: 'Wrapped', start: 34, end: 40, host: 'Mara' },
  ],
  surface: 'landing',
  pageType: 'campaign',
  campaign: { id: 'gifts', source: 'instagram', medium: 'social' },
  costMinor: 60_000,
  traffic: 6,
  plays: 0.8,
  clicks: 0.45,
  wanted: { frother: 3, mug: 3, beans: 2 },
  carts: 0.7,
  experiment: {
    id: 'gift-music',
    holdout: 0,
    arms: [
      { id: 'quiet', weight: 1 },
      { id: 'loud', weight: 1, clicks: 0.1, carts: 0.5 },
    ],
  },
};

/** The films of the season: one each with nothing to prove, with a better arm, with two that are alike, with a losing one. */
export const VIDEOS: readonly Video[] = [coffee, brew, corner, gifts];

export const SDK = 'shoppable-video/simulate';
