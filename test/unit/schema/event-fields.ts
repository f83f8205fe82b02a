import type { BeaconEventType } from '../../../src/schema/beacon.js';

const ITEM = { productId: 'mug', positionMs: 1500 };

/** What each type of event has of its own. */
export const FIELDS: Record<BeaconEventType, object> = {
  player_opportunity: { visibleMs: 1000 },
  view_start: { autoplay: false, muted: true },
  playback: { fromMs: 0, toMs: 9_600, rate: 1 },
  hotspot_exposure: { hotspotId: 'h', productId: 'mug', fromMs: 0, toMs: 1500 },
  hotspot_click: { hotspotId: 'h', ...ITEM, via: 'hotspot' },
  product_view: { productId: 'mug' },
  product_dwell: { productId: 'mug', ms: 3000 },
  cart_change: { ...ITEM, variantId: 'blue', quantity: 2, unitMinor: 1999, currency: 'EUR', token: 'sv1' },
  buy_now: { ...ITEM, variantId: 'blue' },
  loss_report: { reason: 'capacity', lost: { playback: 3, hotspot_click: 1 } },
};
