import type { Refund } from '../../../schema/order.js';
import type { RefundRecord } from '../../orders/shop-record.js';
import type { Table } from './table.js';

interface RefundLineRow extends RefundRecord {
  readonly index: number;
  readonly line: Refund['lines'][number];
}

/** A row per line of a refund, as often as it is told of it; the view `returns` has each refund once. */
export const refundLines: Table<RefundLineRow> = {
  name: 'refund_lines',
  columns: [
    { name: 'site', type: 'VARCHAR', of: ({ site }) => site },
    { name: 'order_id', type: 'VARCHAR', of: ({ refund }) => refund.orderId },
    { name: 'refund_id', type: 'VARCHAR', of: ({ refund }) => refund.refundId },
    { name: 'source', type: 'VARCHAR', of: ({ source }) => source },
    { name: 'at_ms', type: 'BIGINT', of: ({ refund, receivedMs }) => Math.min(refund.refundedAt, receivedMs) },
    { name: 'received_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs },
    { name: 'currency', type: 'VARCHAR', of: ({ refund }) => refund.currency },
    { name: 'line', type: 'BIGINT', of: ({ index }) => index },
    { name: 'product_id', type: 'VARCHAR', of: ({ line }) => line.productId },
    { name: 'variant_id', type: 'VARCHAR', of: ({ line }) => line.variantId },
    { name: 'quantity', type: 'BIGINT', of: ({ line }) => line.quantity },
    { name: 'minor', type: 'BIGINT', of: ({ line }) => line.minor },
  ],
};

export const refundLineRows = (refunds: readonly RefundRecord[]): RefundLineRow[] =>
  refunds.flatMap((record) => record.refund.lines.map((line, index) => ({ ...record, index, line })));
