import { buyers, clickThrough } from './chances.js';
import { DAY_MS, type SeasonOptions } from './options.js';
import type { Counted } from './season.js';
import { CURRENCY, PRODUCTS } from './shop/products.js';
import { VIDEOS } from './shop/videos.js';

/** What insights of a season have to find: chances, which their intervals must hold, and counts, which must be the same. */
export function truthOf({ site, seed, days, endMs }: SeasonOptions, counted: Counted) {
  return {
    site,
    seed,
    from: new Date(endMs - days * DAY_MS).toISOString(),
    to: new Date(endMs).toISOString(),
    botShare: counted.bots / (counted.bots + counted.people),
    lossShare: counted.lost / counted.ofViews,
    revenue: {
      currency: CURRENCY,
      orders: counted.orders,
      gross: counted.revenueMinor,
      refunded: counted.refundedMinor,
    },
    videos: VIDEOS.map((video) => ({
      video: video.id,
      hctr: clickThrough(video),
      peakSecond: video.peak?.at ?? null,
    })),
    experiments: VIDEOS.flatMap((video) => {
      const { experiment } = video;
      if (!experiment) return [];
      const control = buyers(video, experiment.arms[0]!);
      const arms = experiment.arms.map((arm) => ({
        arm: arm.id,
        buyers: buyers(video, arm),
        difference: buyers(video, arm) - control,
      }));
      return [{ experiment: experiment.id, video: video.id, holdout: experiment.holdout, arms }];
    }),
    /** What is put in the cart, and left at the step that tells what sending it costs. */
    dearToSend: Object.values(PRODUCTS).flatMap(({ id, shippingMinor }) => (shippingMinor >= 2000 ? [id] : [])),
  };
}

export type Truth = ReturnType<typeof truthOf>;
