import type { BeaconEvent } from '../schema/beacon.js';
import type { Draw } from './draw.js';
import { assign } from './identity.js';
import type { Video } from './shop/video.js';
import { createView } from './view.js';

/** Beside so many people one program comes. */
export const BOTS = 0.04;

export interface Bot {
  readonly events: readonly BeaconEvent[];
  /** Of those that say what they are. */
  readonly userAgent?: string;
}

/**
 * A program that clicks all there is, faster than any hand. By that alone a third of them are told; another third name
 * themselves, and of the rest the browser says that a program drives it.
 */
export function botOf(video: Video, atMs: number, draw: Draw): Bot {
  const id = draw.id(atMs);
  const who = { viewerId: id, idScope: 'persistent', sessionId: draw.id(atMs) } as const;
  const kind = draw.oneOf([
    ['driven', 1],
    ['named', 1],
    ['silent', 1],
  ] as const);
  const view = createView(video, who, assign(video, who), atMs, draw, kind === 'driven' ? { automated: true } : {});
  view.record(atMs, { type: 'player_opportunity', visibleMs: 1000 });
  view.record(atMs + 10, { type: 'view_start', autoplay: true, muted: true });
  video.hotspots.forEach(({ id: hotspotId, product: productId, start }, index) => {
    const at = atMs + 50 + 30 * index;
    const fromMs = Math.round(start * 1000);
    view.record(at, { type: 'hotspot_exposure', hotspotId, productId, fromMs, toMs: fromMs + 1000 });
    view.record(at + 1, { type: 'hotspot_click', hotspotId, productId, positionMs: fromMs, via: 'hotspot' });
  });
  const userAgent =
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
  return { events: view.events(), ...(kind === 'named' && { userAgent }) };
}
