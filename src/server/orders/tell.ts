import type { Context } from 'hono';
import type { Intake } from '../collector/intake.js';
import type { Settings } from '../settings/settings.js';
import type { StoreClient } from '../store/open-store.js';
import type { Fault } from './judge.js';
import type { ShopRecord } from './shop-record.js';

export interface OrderRouteParts {
  readonly intake: Pick<Intake, 'tell'>;
  readonly store: Pick<StoreClient, 'query' | 'catchUp'>;
  readonly settings: Settings;
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** Reads a body that has to be an object. */
export function readObject(text: string): { body: Record<string, unknown> } | { fault: Fault } {
  try {
    const value = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return { body: value };
    return { fault: { error: 'The body must be an object.', path: '' } };
  } catch (error) {
    return { fault: { error: `The body is not JSON: ${(error as Error).message.slice(0, 200)}.`, path: '' } };
  }
}

/** Why nothing may be told of a site; undefined when it may. */
export function siteFault(site: unknown, sites: Settings['sites']): (Fault & { status: 400 | 403 }) | undefined {
  if (typeof site !== 'string' || !site || site.length > 200) {
    return { status: 400, error: 'site is missing: name the site that the players name.', path: 'site' };
  }
  if (!sites || Object.hasOwn(sites, site)) return undefined;
  const error = `The site ${JSON.stringify(site)} is not known here. Add it to \`sites\` in the server's settings.`;
  return { status: 403, error, path: 'site' };
}

/** Has it written, and answers once it is on the disk. */
export async function tell(
  context: Context,
  { intake, warn }: OrderRouteParts,
  records: readonly ShopRecord[],
  answer: () => object | Promise<object>,
): Promise<Response> {
  try {
    if (records.length) await intake.tell(records);
  } catch (cause) {
    warn(`The journal takes no orders. Look at the disk: ${cause}`);
    context.header('Retry-After', '10');
    return context.json({ error: 'This cannot be stored now. Send it again later.', path: '' }, 503);
  }
  return context.json(await answer());
}
