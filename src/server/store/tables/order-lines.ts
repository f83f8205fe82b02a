import type { PurchaseEvent } from '../../../schema/beacon.js';
import type { OrderLine } from '../../../schema/order.js';
import { eventTime } from '../../collector/event-time.js';
import type { StoredEvent } from '../../collector/stored-event.js';
import type { OrderRecord } from '../../orders/shop-record.js';
import type { Table } from './table.js';

interface OrderLineRow extends OrderRecord {
  readonly index: number;
  readonly line: OrderLine;
}

/** A row per line of an order, as often as it is told of it; the view `sales` has each order once. */
export const orderLines: Table<OrderLineRow> = {
  name: 'order_lines',
  columns: [
    { name: 'site', type: 'VARCHAR', of: ({ site }) => site },
    { name: 'order_id', type: 'VARCHAR', of: ({ order }) => order.orderId },
    { name: 'source', type: 'VARCHAR', of: ({ source }) => source },
    // a shop's clock that runs ahead
    { name: 'at_ms', type: 'BIGINT', of: ({ order, receivedMs }) => Math.min(order.placedAt, receivedMs) },
    { name: 'received_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs },
    { name: 'viewer', type: 'VARCHAR', of: ({ order }) => order.viewerId && `v:${order.viewerId}` },
    { name: 'currency', type: 'VARCHAR', of: ({ order }) => order.currency },
    { name: 'line', type: 'BIGINT', of: ({ index }) => index },
    { name: 'product_id', type: 'VARCHAR', of: ({ line }) => line.productId },
    { name: 'variant_id', type: 'VARCHAR', of: ({ line }) => line.variantId },
    { name: 'quantity', type: 'BIGINT', of: ({ line }) => line.quantity },
    { name: 'minor', type: 'BIGINT', of: ({ line }) => line.minor },
    { name: 'token_video', type: 'VARCHAR', of: ({ line }) => line.attribution?.videoId },
    { name: 'token_view', type: 'VARCHAR', of: ({ line }) => line.attribution?.viewId },
    { name: 'token_hotspot', type: 'VARCHAR', of: ({ line }) => line.attribution?.hotspotId },
    { name: 'token_position_ms', type: 'BIGINT', of: ({ line }) => line.attribution?.positionMs },
    { name: 'token_segment', type: 'VARCHAR', of: ({ line }) => line.attribution?.segment },
    { name: 'token_experiment', type: 'VARCHAR', of: ({ line }) => line.attribution?.experiment },
    { name: 'token_arm', type: 'VARCHAR', of: ({ line }) => line.attribution?.arm },
    { name: 'token_at_ms', type: 'BIGINT', of: ({ line }) => line.attribution?.atMs },
  ],
};

const linesOf = (record: OrderRecord): OrderLineRow[] =>
  record.order.lines.map((line, index) => ({ ...record, index, line }));

/** The order that a thank-you page saw. */
function ofPage(stored: StoredEvent): OrderRecord {
  const { orderId, currency, viewerId, lines } = stored.event as PurchaseEvent;
  const order = { orderId, placedAt: eventTime(stored), currency, viewerId, lines };
  return { site: stored.site, receivedMs: stored.receivedMs, source: 'page', order };
}

/**
 * @param orders of the shops' servers
 * @param events those that are new; a program's purchases count no more than its clicks
 */
export const orderLineRows = (orders: readonly OrderRecord[], events: readonly StoredEvent[]): OrderLineRow[] => [
  ...orders.flatMap(linesOf),
  ...events.flatMap((stored) => (stored.event.type === 'purchase' && !stored.bot ? linesOf(ofPage(stored)) : [])),
];
