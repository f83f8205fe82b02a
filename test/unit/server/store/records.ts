/** What a store is told of, as the journal has it. */
import type { OrderLine } from '../../../../src/schema/order.js';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';
import type { OrderRecord, OrderSource } from '../../../../src/server/orders/shop-record.js';
import { makeEvent } from '../fixture.js';

/** Where the journal is read on from. */
export const NEXT = { segment: 1, offset: 1 };

/** An order of mugs by Ann, a line for each price. */
export const makeOrder = (
  source: OrderSource,
  receivedMs: number,
  minors: readonly number[],
  attribution?: OrderLine['attribution'],
): OrderRecord => ({
  site: 'shop',
  source,
  receivedMs,
  order: {
    orderId: '1',
    placedAt: 100,
    currency: 'EUR',
    viewerId: 'ann',
    lines: minors.map((minor) => ({ productId: 'mug', quantity: 1, minor, attribution })),
  },
});

/** @param fields over those of `makeEvent` */
export const makeStored = (receivedMs: number, fields: Record<string, unknown>): StoredEvent =>
  ({
    receivedMs,
    sentMs: receivedMs,
    site: 'shop',
    sdk: 't',
    bot: false,
    event: makeEvent(fields),
  }) as unknown as StoredEvent;
