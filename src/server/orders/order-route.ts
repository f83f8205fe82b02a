import type { Context } from 'hono';
import { Order } from '../../schema/order.js';
import { judge } from './judge.js';
import { type OrderRouteParts, readObject, siteFault, tell } from './tell.js';

/**
 * `POST /v1/orders` `{ site, …an order }`, or `{ site, orders: […] }` with each judged by itself. 200: `{ taken, rejected }`, on
 * the disk. An order that comes again counts once, as it came first. 400: a single order, or the body, cannot be taken.
 */
export function orderRoute(parts: OrderRouteParts) {
  return async (context: Context): Promise<Response> => {
    const read = readObject(await context.req.text());
    if ('fault' in read) return context.json(read.fault, 400);
    const { site, orders, ...single } = read.body as { site?: string; orders?: unknown };
    const fault = siteFault(site, parts.settings.sites);
    if (fault) return context.json({ error: fault.error, path: fault.path }, fault.status);
    if (orders !== undefined && !Array.isArray(orders))
      return context.json({ error: 'orders must be a list.', path: 'orders' }, 400);
    const { taken, rejected } = judge(Order, (orders as unknown[]) ?? [single], 'orders');
    if (!orders && rejected.length) return context.json(ofSingle(rejected[0]!, 'orders'), 400);
    const receivedMs = parts.now();
    const records = taken.map((order) => ({ site: site!, source: 'server' as const, receivedMs, order }));
    return tell(context, parts, records, () => ({ taken: taken.length, rejected }));
  };
}

/** The fault of something that was sent alone has no list in its place. */
export const ofSingle = ({ error, path }: { error: string; path: string }, place: string) => ({
  error: error.replace(`${place}[0].`, '').replace(`${place}[0]`, 'It'),
  path: path.replace(new RegExp(`^${place}\\[0\\]\\.?`), ''),
});
