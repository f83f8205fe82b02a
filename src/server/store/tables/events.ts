import type { BeaconEvent, PageEvent } from '../../../schema/beacon.js';
import { eventTime } from '../../collector/event-time.js';
import type { StoredEvent } from '../../collector/stored-event.js';
import type { Table, Value } from './table.js';

type Fields<E> = E extends unknown ? keyof E : never;

const own =
  (field: Fields<BeaconEvent | PageEvent>) =>
  ({ event }: StoredEvent) =>
    (event as unknown as Partial<Record<string, Value>>)[field];

/** Who watched: the pseudonym, and for those who allow none the session. The letter keeps the two apart. */
const viewer = ({ event }: StoredEvent) => (event.viewerId ? `v:${event.viewerId}` : `s:${event.sessionId}`);

/** How many events a `loss_report` tells of. */
const lost = ({ event }: StoredEvent) =>
  event.type === 'loss_report' ? Object.values(event.lost).reduce((sum, count) => sum + (count ?? 0), 0) : undefined;

/** Each row is an event; what its type does not have is NULL. */
const columns: Table<StoredEvent>['columns'] = [
  { name: 'event_id', type: 'UUID', of: own('eventId') },
  { name: 'seq', type: 'BIGINT', of: own('seq') },
  { name: 'type', type: 'VARCHAR', of: own('type') },
  { name: 'at_ms', type: 'BIGINT', of: eventTime },
  { name: 'received_ms', type: 'BIGINT', of: (stored) => stored.receivedMs },
  { name: 'client_at_ms', type: 'BIGINT', of: own('atMs') },
  { name: 'client_sent_ms', type: 'BIGINT', of: (stored) => stored.sentMs },
  { name: 'site', type: 'VARCHAR', of: (stored) => stored.site },
  { name: 'bot', type: 'BOOLEAN', of: (stored) => stored.bot },
  { name: 'viewer', type: 'VARCHAR', of: viewer },
  { name: 'id_scope', type: 'VARCHAR', of: own('idScope') },
  { name: 'session_id', type: 'VARCHAR', of: own('sessionId') },
  { name: 'view_id', type: 'VARCHAR', of: own('viewId') },
  { name: 'video_id', type: 'VARCHAR', of: own('videoId') },
  { name: 'surface', type: 'VARCHAR', of: own('surface') },
  { name: 'page_type', type: 'VARCHAR', of: own('pageType') },
  { name: 'campaign_id', type: 'VARCHAR', of: ({ event }) => event.campaign?.id },
  { name: 'campaign_source', type: 'VARCHAR', of: ({ event }) => event.campaign?.source },
  { name: 'campaign_medium', type: 'VARCHAR', of: ({ event }) => event.campaign?.medium },
  { name: 'segment', type: 'VARCHAR', of: own('segment') },
  { name: 'experiment', type: 'VARCHAR', of: own('experiment') },
  { name: 'arm', type: 'VARCHAR', of: own('arm') },
  { name: 'product_id', type: 'VARCHAR', of: own('productId') },
  { name: 'variant_id', type: 'VARCHAR', of: own('variantId') },
  { name: 'hotspot_id', type: 'VARCHAR', of: own('hotspotId') },
  { name: 'via', type: 'VARCHAR', of: own('via') },
  { name: 'from_ms', type: 'BIGINT', of: own('fromMs') },
  { name: 'to_ms', type: 'BIGINT', of: own('toMs') },
  { name: 'position_ms', type: 'BIGINT', of: own('positionMs') },
  { name: 'rate', type: 'DOUBLE', of: own('rate') },
  { name: 'visible_ms', type: 'BIGINT', of: own('visibleMs') },
  { name: 'dwell_ms', type: 'BIGINT', of: own('ms') },
  { name: 'autoplay', type: 'BOOLEAN', of: own('autoplay') },
  { name: 'muted', type: 'BOOLEAN', of: own('muted') },
  { name: 'quantity', type: 'BIGINT', of: own('quantity') },
  { name: 'unit_minor', type: 'BIGINT', of: own('unitMinor') },
  { name: 'currency', type: 'VARCHAR', of: own('currency') },
  { name: 'token', type: 'VARCHAR', of: own('token') },
  { name: 'step', type: 'VARCHAR', of: own('step') },
  { name: 'shipping_minor', type: 'BIGINT', of: own('shippingMinor') },
  { name: 'lost', type: 'BIGINT', of: lost },
  { name: 'lost_reason', type: 'VARCHAR', of: own('reason') },
];

export const events: Table<StoredEvent> = { name: 'events', columns };
