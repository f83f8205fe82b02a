import type { BeaconEvent } from '../../schema/beacon.js';
import type { Item } from '../store/item.js';
import type { Encoder } from './encoder.js';
import { major } from './major.js';

/** https://developers.google.com/analytics/devguides/collection/ga4/reference/events#item */
interface Ga4Item {
  item_id: string;
  item_variant?: string;
  item_list_id?: string;
  price?: number;
  quantity?: number;
}

/** Names and parameters are those of GA4's recommended events, and of enhanced measurement for the film. */
export interface Ga4Event {
  name: string;
  params: {
    items?: Ga4Item[];
    item_list_id?: string;
    currency?: string;
    value?: number;
    video_current_time?: number;
    video_provider?: string;
    video_title?: string;
    engagement_time_msec?: number;
    session_id?: string;
  };
  timestamp_micros?: number;
}

type Told = Pick<Ga4Event, 'name' | 'params'>;

/** GA4 numbers a session by the second in which it began, which stands in a UUIDv7. */
const sessionNumber = (sessionId: string) =>
  `${Math.floor(Number.parseInt(sessionId.replace('-', '').slice(0, 12), 16) / 1000)}`;

const film = ({ videoId }: BeaconEvent, positionMs: number) => ({
  video_provider: 'shoppable-video',
  video_title: videoId,
  video_current_time: Math.round(positionMs / 1000),
});

/** What GA4 has a name for; the rest is not sent. */
function tell(event: BeaconEvent): Told | undefined {
  const { videoId } = event;
  switch (event.type) {
    case 'view_start':
      return { name: 'video_start', params: film(event, 0) };
    case 'playback':
      return {
        name: 'video_progress',
        params: { ...film(event, event.toMs), engagement_time_msec: Math.round(event.toMs - event.fromMs) },
      };
    case 'hotspot_exposure':
      return {
        name: 'view_item_list',
        params: { item_list_id: videoId, items: [{ item_id: event.productId, item_list_id: videoId }] },
      };
    case 'hotspot_click':
      return {
        name: 'select_item',
        params: { item_list_id: videoId, items: [{ item_id: event.productId, item_list_id: videoId }] },
      };
    case 'product_view':
      return { name: 'view_item', params: { items: [{ item_id: event.productId, item_list_id: videoId }] } };
    case 'cart_change': {
      const { currency, productId, variantId } = event;
      const price = major(event.unitMinor, currency);
      const quantity = Math.abs(event.quantity);
      return {
        name: event.quantity < 0 ? 'remove_from_cart' : 'add_to_cart',
        params: {
          currency,
          value: major(event.unitMinor * quantity, currency),
          items: [{ item_id: productId, item_variant: variantId, item_list_id: videoId, price, quantity }],
        },
      };
    }
    case 'buy_now':
      return {
        name: 'begin_checkout',
        params: {
          items: [{ item_id: event.productId, item_variant: event.variantId, item_list_id: videoId, quantity: 1 }],
        },
      };
    default:
      return undefined;
  }
}

const eventOf = ({ json }: Item): Ga4Event[] => {
  const event = JSON.parse(json) as BeaconEvent;
  const told = tell(event);
  return told
    ? [
        {
          name: told.name,
          params: { engagement_time_msec: 1, ...told.params, session_id: sessionNumber(event.sessionId) },
          timestamp_micros: event.atMs * 1000,
        },
      ]
    : [];
};

const clientOf = ({ json }: Item): string => {
  const { viewerId, sessionId } = JSON.parse(json) as BeaconEvent;
  return viewerId ?? sessionId;
};

/**
 * Google Analytics 4, as its Measurement Protocol has it: one client and at most 25 events a request
 * (https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference). It answers 2xx without a word.
 */
export const encoder: Encoder = {
  count: 25,
  group: clientOf,
  encode(items) {
    const events = items.flatMap(eventOf);
    return events.length ? JSON.stringify({ client_id: clientOf(items[0]!), events }) : undefined;
  },
  taken: (status, body) => status >= 200 && status < 300 && !body,
  knowsAgain: false,
};
