import { DAY_MS, type SeasonOptions } from './options.js';
import { CURRENCY, PRODUCTS } from './shop/products.js';
import { VIDEOS } from './shop/videos.js';
import type { Telling } from './telling.js';

/** What the shop tells of itself before the season; first of all that nothing of it is true. */
export const catalogueOf = ({ site, days, endMs }: SeasonOptions): Telling => ({
  door: '/v1/catalog',
  receivedMs: endMs - days * DAY_MS,
  body: {
    site,
    simulated: true,
    products: Object.values(PRODUCTS).map(({ id, category, margin }) => ({ productId: id, category, margin })),
    videos: VIDEOS.map(({ id, title, costMinor }) => ({ videoId: id, title, costMinor, currency: CURRENCY })),
    segments: VIDEOS.flatMap(({ id, segments }) =>
      segments.map(({ id: segment, label, start, end, host }) => ({
        videoId: id,
        segment,
        label,
        fromMs: start * 1000,
        toMs: end * 1000,
        host,
      })),
    ),
    experiments: VIDEOS.flatMap(({ experiment }) =>
      experiment ? [{ ...experiment, arms: experiment.arms.map(({ id, weight }) => ({ id, weight })) }] : [],
    ),
  },
});
