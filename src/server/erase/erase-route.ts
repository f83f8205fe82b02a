import type { Context } from 'hono';
import * as z from 'zod/mini';
import { firstFault } from '../fault.js';
import type { Contacts } from '../recovery/contacts/contacts.js';
import type { StoreClient } from '../store/open-store.js';
import { ERASED_BY, type Erasure } from './erasure.js';
import type { Forgetting } from './forget.js';

export interface EraseRouteParts {
  readonly forgetting: Pick<Forgetting, 'erase'>;
  readonly contacts: Pick<Contacts, 'remove'>;
  readonly store: Pick<StoreClient, 'catchUp' | 'query'>;
  readonly warn: (message: string) => void;
}

const id = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));
export const Order = z.strictObject({ viewerId: id, sessionId: id, viewId: id, site: id });

function readOrder(text: string): Erasure | { error: string; path: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: `The body is not JSON: ${(error as Error).message}.`, path: '' };
  }
  const order = Order.safeParse(value, { reportInput: true });
  if (!order.success) return firstFault(order.error);
  const { site, ...ids } = order.data;
  const named = ERASED_BY.filter((by) => ids[by] !== undefined);
  if (named.length !== 1) return { error: `Name exactly one of ${ERASED_BY.join(', ')}.`, path: '' };
  return { by: named[0]!, id: ids[named[0]!]!, site };
}

const VIEWS = {
  viewerId: "viewer = 'v:' || $id",
  sessionId: 'session_id = $id',
};

/** The views of a viewer or session, which orders name: none of those that a store that is down knows. */
async function viewsOf({ by, id, site }: Erasure, store: EraseRouteParts['store']): Promise<string[] | undefined> {
  if (by === 'viewId') return undefined;
  try {
    await store.catchUp();
    const sql = `SELECT DISTINCT view_id FROM events WHERE ${VIEWS[by]} AND view_id IS NOT NULL`;
    const rows = await (site === undefined
      ? store.query(sql, { id })
      : store.query(`${sql} AND site = $site`, { id, site }));
    return rows.map((row) => row.view_id as string);
  } catch {
    return undefined;
  }
}

/**
 * `POST /v1/erase` `{ viewerId | sessionId | viewId, site? }`. 200: nothing of it is in the store, and nothing comes in any
 * more. 202: the same is certain, but the store does not answer now and drops its rows when it is back. The journal's
 * segments follow in the background. An id that is erased stays so: a viewer who comes back gets another.
 */
export function eraseRoute({ forgetting, contacts, store, warn }: EraseRouteParts) {
  return async (context: Context): Promise<Response> => {
    const order = readOrder(await context.req.text());
    if ('error' in order) return context.json(order, 400);
    try {
      await forgetting.erase({ ...order, views: await viewsOf(order, store) });
      // a session and a view have no contact
      if (order.by === 'viewerId') await contacts.remove(order.id, order.site);
    } catch (cause) {
      warn(`The journal takes no erasure. Look at the disk: ${cause}`);
      context.header('Retry-After', '10');
      return context.json({ error: 'This cannot be noted now. Ask again later.', path: '' }, 503);
    }
    try {
      await store.catchUp();
      return context.json({ status: 'erased' });
    } catch {
      return context.json({ status: 'accepted' }, 202);
    }
  };
}
