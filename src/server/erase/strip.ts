import type { OrderLine } from '../../schema/order.js';
import type { JournalRecord, StoredEvent } from '../collector/stored-event.js';
import type { OrderRecord } from '../orders/shop-record.js';
import type { Erasures } from './erasure.js';

/** Lines without the views that are to be forgotten; the same list when there are none. */
function stripLines<Line extends OrderLine>(lines: readonly Line[], isGone: (viewId: string) => boolean): Line[] {
  const isTheirs = ({ attribution }: Line) => attribution?.viewId !== undefined && isGone(attribution.viewId);
  if (!lines.some(isTheirs)) return lines as Line[];
  return lines.map((line) =>
    isTheirs(line) ? { ...line, attribution: { ...line.attribution!, viewId: undefined } } : line,
  );
}

function stripOrder(record: OrderRecord, erasures: Erasures): OrderRecord {
  const { site, order } = record;
  const has = (ids: object) => erasures.has({ site, event: ids });
  const isTheirs = order.viewerId !== undefined && has({ viewerId: order.viewerId });
  const lines = stripLines(order.lines, (viewId) => isTheirs || has({ viewId }));
  if (!isTheirs && lines === order.lines) return record;
  return { ...record, order: { ...order, lines, ...(isTheirs && { viewerId: undefined }) } };
}

function stripEvent(stored: StoredEvent, erasures: Erasures): StoredEvent | undefined {
  if (erasures.has(stored)) return undefined;
  const { site, event } = stored;
  if (event.type !== 'purchase') return stored;
  const lines = stripLines(event.lines, (viewId) => erasures.has({ site, event: { viewId } }));
  return lines === event.lines ? stored : { ...stored, event: { ...event, lines } };
}

/**
 * A record without those who are to be forgotten. Their events go; an order is the shop's own book-keeping and stays, without
 * a word of who placed it and of the views that it names.
 * @returns the very same record where nobody is in it; undefined where nothing is left
 */
export function strip<R extends JournalRecord>(record: R, erasures: Erasures): R | undefined {
  if ('event' in record) return stripEvent(record, erasures) as R | undefined;
  if ('assignment' in record) {
    return erasures.has({ site: record.site, event: record.assignment }) ? undefined : record;
  }
  return 'order' in record ? (stripOrder(record, erasures) as R) : record;
}
