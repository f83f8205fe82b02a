import type { Context } from 'hono';
import { Refund } from '../../schema/order.js';
import { judge } from './judge.js';
import { ofSingle } from './order-route.js';
import { refundWarnings } from './refund-warnings.js';
import { type OrderRouteParts, readObject, siteFault, tell } from './tell.js';

/**
 * `POST /v1/refunds` `{ site, …a refund }`, or `{ site, refunds: […] }`. As `POST /v1/orders`, and it may come before its order.
 * `warnings` tells of refunds that are more than their order, as far as the store can tell now.
 */
export function refundRoute(parts: OrderRouteParts) {
  const { store, settings, now } = parts;

  async function warningsOf(site: string, refunds: readonly Refund[]): Promise<string[]> {
    try {
      await store.catchUp();
      const orders = new Map<string, Refund>();
      for (const refund of refunds) {
        const key = `${refund.orderId} ${refund.currency}`;
        orders.set(key, { ...refund, lines: [...(orders.get(key)?.lines ?? []), ...refund.lines] });
      }
      const all: string[] = [];
      for (const refund of orders.values()) all.push(...(await refundWarnings(site, refund, store.query)));
      return all;
    } catch {
      // it is on the disk: a store that does not answer now is no reason to have it sent again
      return [];
    }
  }

  return async (context: Context): Promise<Response> => {
    const read = readObject(await context.req.text());
    if ('fault' in read) return context.json(read.fault, 400);
    const { site, refunds, ...single } = read.body as { site?: string; refunds?: unknown };
    const fault = siteFault(site, settings.sites);
    if (fault) return context.json({ error: fault.error, path: fault.path }, fault.status);
    if (refunds !== undefined && !Array.isArray(refunds))
      return context.json({ error: 'refunds must be a list.', path: 'refunds' }, 400);
    const { taken, rejected } = judge(Refund, (refunds as unknown[]) ?? [single], 'refunds');
    if (!refunds && rejected.length) return context.json(ofSingle(rejected[0]!, 'refunds'), 400);
    const receivedMs = now();
    const records = taken.map((refund) => ({ site: site!, source: 'server' as const, receivedMs, refund }));
    return tell(context, parts, records, async () => ({
      taken: taken.length,
      rejected,
      warnings: await warningsOf(site!, taken),
    }));
  };
}
