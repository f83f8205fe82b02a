import type { BeaconRecord } from '../schema/beacon.js';
import type { Product } from '../schema/manifest.js';
import type { Clock } from '../shared/clock.js';
import type { View } from './envelope.js';
import { createPlaybackRanges } from './playback-ranges.js';

const PAUSE_MS = 3_600_000;
const MEDIA_EVENTS = 'playing pause waiting seeking ratechange timeupdate';

/** The player, as far as the beacons know it: what a media element says of itself, and its events. */
export interface BeaconTarget extends EventTarget {
  /** Seconds. */
  readonly currentTime: number;
  readonly paused: boolean;
  readonly playbackRate: number;
  readonly muted: boolean;
  readonly autoplay: boolean;
}

/** Listens to one event of the player. */
export type Subscribe = <K extends keyof HTMLElementEventMap>(
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
) => void;

const toMs = (seconds: number) => Math.round(seconds * 1000);

/**
 * Turns what happens on the player into records.
 * @param view the view that is on
 * @param renew opens the next view of the same video
 * @returns the way to listen on, and a function that hands over the playback range in progress
 */
export function listen(
  target: BeaconTarget,
  record: (record: BeaconRecord) => void,
  view: () => View,
  renew: () => void,
  clock: Clock,
  signal: AbortSignal,
): { on: Subscribe; cut(): void } {
  let playedAtMs = clock.now();
  const refreshed = new Map<string, Product>();

  const on: Subscribe = (type, handler) =>
    target.addEventListener(
      type,
      (event) => {
        const expired = clock.now() - playedAtMs > PAUSE_MS;
        if (expired) renew();
        if (expired || !target.paused) playedAtMs = clock.now();
        handler(event as never);
      },
      { signal },
    );
  // also asked before each range: this code may arrive, or consent be given, when `playing` is long past
  const start = () => {
    if (view().started) return;
    view().started = true;
    record({ type: 'view_start', autoplay: target.autoplay, muted: target.muted });
  };
  const ranges = createPlaybackRanges((range) => {
    start();
    record({ type: 'playback', ...range });
  });
  const sample = (type: string) =>
    ranges(type, toMs(target.currentTime), target.playbackRate, target.paused, clock.now());
  const expose = (hotspotId: string, productId: string, fromMs: number, untilMs: number) => {
    view().exposed.add(hotspotId);
    record({ type: 'hotspot_exposure', hotspotId, productId, fromMs, toMs: untilMs });
  };

  for (const type of MEDIA_EVENTS.split(' '))
    on(type as 'playing', () => {
      sample(type);
      if (type === 'playing') start();
    });
  on('shoppable-hotspot-exposed', ({ hotspotId, productId, time, until }) =>
    expose(hotspotId, productId, toMs(time), toMs(until)),
  );
  on('shoppable-hotspot-clicked', ({ hotspotId, productId, time, via }) => {
    if (via === 'api') return;
    const positionMs = toMs(time);
    if (hotspotId && !view().exposed.has(hotspotId)) expose(hotspotId, productId, positionMs, positionMs);
    record({ type: 'hotspot_click', hotspotId, productId, positionMs, via });
  });
  on('shoppable-product-opened', ({ productId }) => record({ type: 'product_view', productId }));
  on('shoppable-product-closed', ({ productId, ms }) =>
    record({ type: 'product_dwell', productId, ms: Math.round(ms) }),
  );
  on('shoppable-product-refreshed', ({ product }) => refreshed.set(product.id, product));
  on('shoppable-cart-changed', ({ lines, changes, buyNow }) =>
    lines.forEach(({ productId, variantId, properties }, i) => {
      const quantity = changes[i]!;
      const item = { productId, variantId, positionMs: toMs(target.currentTime), token: properties._shoppable };
      const product = refreshed.get(productId) ?? view().manifest?.products.find(({ id }) => id === productId);
      const price = product?.variants.find(({ id }) => id === variantId)?.price ?? product?.price;
      if (quantity)
        if (buyNow) record({ type: 'buy_now', ...item });
        else if (price)
          record({ type: 'cart_change', ...item, quantity, unitMinor: price.minor, currency: price.currency });
    }),
  );
  return { on, cut: () => sample('cut') };
}
