import type { BeaconEvent } from '../../schema/beacon.js';
import type { Item } from '../store/item.js';
import type { Encoder } from './encoder.js';
import { major } from './major.js';

type Told = readonly [event: string, properties: Record<string, unknown>];

/**
 * What Segment's specs for e-commerce (v2) and video have a name for, and the report of a loss; the rest is not sent.
 * https://segment.com/docs/connections/spec/ecommerce/v2/ and https://segment.com/docs/connections/spec/video/
 */
function tell(event: BeaconEvent): Told | undefined {
  const { videoId, viewId } = event;
  const film = { session_id: viewId, video_player: 'shoppable-video' };
  switch (event.type) {
    case 'view_start':
      return ['Video Playback Started', { ...film, content_asset_ids: [videoId], sound: event.muted ? 0 : 100 }];
    case 'playback':
      return ['Video Content Playing', { ...film, asset_id: videoId, position: Math.round(event.toMs / 1000) }];
    case 'hotspot_exposure':
      return ['Product List Viewed', { list_id: videoId, products: [{ product_id: event.productId }] }];
    case 'hotspot_click':
      return ['Product Clicked', { product_id: event.productId, list_id: videoId }];
    case 'product_view':
      return ['Product Viewed', { product_id: event.productId, list_id: videoId }];
    case 'cart_change':
      return [
        event.quantity < 0 ? 'Product Removed' : 'Product Added',
        {
          product_id: event.productId,
          variant: event.variantId,
          quantity: Math.abs(event.quantity),
          price: major(event.unitMinor, event.currency),
          currency: event.currency,
        },
      ];
    case 'buy_now':
      return [
        'Checkout Started',
        { products: [{ product_id: event.productId, variant: event.variantId, quantity: 1 }] },
      ];
    case 'loss_report':
      return ['Events Lost', { reason: event.reason, ...event.lost }];
    default:
      return undefined;
  }
}

const callOf = ({ json }: Item) => {
  const event = JSON.parse(json) as BeaconEvent;
  const told = tell(event);
  return told
    ? [
        {
          type: 'track',
          event: told[0],
          properties: told[1],
          messageId: event.eventId,
          anonymousId: event.viewerId ?? event.sessionId,
          timestamp: new Date(event.atMs).toISOString(),
          context: {
            library: { name: 'shoppable-video' },
            campaign: event.campaign && {
              name: event.campaign.id,
              source: event.campaign.source,
              medium: event.campaign.medium,
            },
          },
        },
      ]
    : [];
};

/**
 * Segment's HTTP API: `track` calls in a batch (https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/).
 * It knows a call again by its `messageId`, and answers `{ "success": true }`.
 */
export const encoder: Encoder = {
  count: 100,
  group: ({ writeKey = '' }) => writeKey,
  encode(items, sentAtMs) {
    const batch = items.flatMap(callOf);
    const [{ writeKey }] = items as [Item];
    return batch.length ? JSON.stringify({ writeKey, sentAt: new Date(sentAtMs).toISOString(), batch }) : undefined;
  },
  taken: (status, body) => status === 200 && (body as { success?: unknown } | null)?.success === true,
  knowsAgain: true,
};
