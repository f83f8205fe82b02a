import type { Draw } from './draw.js';
import type { ProductId } from './shop/products.js';
import type { Hotspot, Video } from './shop/video.js';
import { meanWatchedS, stillWatching } from './watching.js';

/** What is clicked, and where in the film. */
export interface Choice {
  readonly hotspot: Hotspot;
  readonly positionMs: number;
}

/** The hotspots of a second, by how much their products are wanted. */
const shownAt = ({ hotspots, wanted }: Video, second: number) =>
  hotspots.flatMap((hotspot) =>
    hotspot.start <= second && second < hotspot.end ? [[hotspot, wanted[hotspot.product] ?? 0] as const] : [],
  );

/**
 * How likely it is that whoever watches for so long clicks: the more the longer, so that, but for the moment that sells, no second
 * is clicked more often than another by those who see it.
 * @param share of all who play it
 */
export const clickChance = (video: Video, share: number, watchedS: number): number =>
  (share * watchedS) / meanWatchedS(video);

/** Where in what was watched a click is, and on what. */
export function choose(video: Video, watchedS: number, draw: Draw): Choice {
  const { peak } = video;
  const isAtPeak = peak !== undefined && watchedS > peak.at + 1 && draw.happens(peak.share);
  const second = isAtPeak ? peak.at + draw.between(-1, 1) : draw.between(0, watchedS);
  const shown = shownAt(video, second);
  // a film may end on a picture without any
  return shown.length
    ? { hotspot: draw.oneOf(shown), positionMs: Math.floor(second * 1000) }
    : choose(video, watchedS, draw);
}

/** The share of the clicks that each product gets, in a video without such a moment. */
export function clickShares(video: Video): Map<ProductId, number> {
  const shares = new Map<ProductId, number>();
  const step = 0.02;
  for (let second = step / 2; second < video.duration; second += step) {
    const shown = shownAt(video, second);
    const all = shown.reduce((sum, [, weight]) => sum + weight, 0);
    const here = (stillWatching(video, second) * step) / meanWatchedS(video);
    for (const [{ product }, weight] of shown) shares.set(product, (shares.get(product) ?? 0) + (here * weight) / all);
  }
  return shares;
}
