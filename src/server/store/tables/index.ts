/** Every table that the journal is carried into; what is asked of them goes through `src/insights/views.ts` too. */
import type { StoredEvent, ToldRecord } from '../../collector/stored-event.js';
import type { CatalogRecord, OrderRecord, RefundRecord } from '../../orders/shop-record.js';
import type { AssignmentRecord } from '../../recovery/assignment.js';
import {
  armRows,
  arms,
  inventory,
  isExperiment,
  isInventory,
  isProduct,
  isSegment,
  isSite,
  isVideo,
  products,
  segments,
  sites,
  videos,
} from './catalog.js';
import { events } from './events.js';
import { orderLineRows, orderLines } from './order-lines.js';
import { recoveryArms } from './recovery-arms.js';
import { refundLineRows, refundLines } from './refund-lines.js';
import type { Column, Table } from './table.js';

/** Rows for a table. */
export interface Rows<Row> {
  readonly table: Table<Row>;
  readonly rows: readonly Row[];
}

// each row is of its own table's kind, which a list of tables cannot say
type AnyTable = { readonly name: string; readonly columns: readonly Pick<Column<never>, 'name' | 'type'>[] };

export const TABLES: readonly AnyTable[] = [
  events,
  orderLines,
  refundLines,
  products,
  inventory,
  videos,
  segments,
  arms,
  sites,
  recoveryArms,
];

const rows = <Row>(table: Table<Row>, rows: readonly Row[]) => ({ table, rows }) as Rows<unknown>;

/**
 * What a part of the journal comes to.
 * @param taken events that the store does not have yet
 */
export function rowsOf(taken: readonly StoredEvent[], told: readonly ToldRecord[] = []): Rows<unknown>[] {
  const orders = told.filter((record): record is OrderRecord => 'order' in record);
  const refunds = told.filter((record): record is RefundRecord => 'refund' in record);
  const assignments = told.filter((record): record is AssignmentRecord => 'assignment' in record);
  const catalog = told.filter(
    (record): record is CatalogRecord => !('order' in record || 'refund' in record || 'assignment' in record),
  );
  return [
    rows(events, taken),
    rows(orderLines, orderLineRows(orders, taken)),
    rows(refundLines, refundLineRows(refunds)),
    rows(products, catalog.filter(isProduct)),
    rows(inventory, catalog.filter(isInventory)),
    rows(videos, catalog.filter(isVideo)),
    rows(segments, catalog.filter(isSegment)),
    rows(arms, armRows(catalog.filter(isExperiment))),
    rows(sites, catalog.filter(isSite)),
    rows(recoveryArms, assignments),
  ].filter((found) => found.rows.length);
}
