import { itemOf } from '../../../src/beacon/store/item.js';
import { type BeaconEventType, Event } from '../../../src/schema/beacon.js';
import { uuidv7 } from '../../../src/shared/ids.js';

export const NOW = 1_760_000_000_000;

const ITEM = { productId: 'mug', positionMs: 1500 };
/** What each type has of its own. */
export const OWN: Record<BeaconEventType, object> = {
  player_opportunity: { visibleMs: 1000 },
  view_start: { autoplay: false, muted: true },
  playback: { fromMs: 0, toMs: 9_600, rate: 1 },
  hotspot_exposure: { hotspotId: 'h', productId: 'mug', fromMs: 0, toMs: 1500 },
  hotspot_click: { hotspotId: 'h', ...ITEM, via: 'hotspot' },
  product_view: { productId: 'mug' },
  product_dwell: { productId: 'mug', ms: 3000 },
  cart_change: { ...ITEM, variantId: 'blue', quantity: 2, unitMinor: 1999, currency: 'EUR', token: 'sv1' },
  buy_now: { ...ITEM, variantId: 'blue' },
  loss_report: { reason: 'capacity', lost: { playback: 3 } },
};

/** An event that the schema takes, as it waits in a queue. */
export const itemWith = (
  type: BeaconEventType,
  fields: object = {},
  from: { site: string; writeKey?: string } = { site: 'shop' },
) =>
  itemOf(
    Event.parse({
      eventId: uuidv7(NOW),
      seq: 3,
      type,
      atMs: NOW,
      idScope: 'persistent',
      viewerId: 'viewer-1',
      sessionId: uuidv7(NOW),
      viewId: 'view',
      videoId: 'coffee',
      campaign: { id: 'spring', source: 'mail' },
      ...OWN[type],
      ...fields,
    }),
    from,
  );
