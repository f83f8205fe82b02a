import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Order, Refund } from '../../schema/order.js';
import type { Settings } from '../settings/settings.js';
import { exactIntegers } from './exact-integers.js';
import { judge } from './judge.js';
import { type OrderRouteParts, readObject, tell } from './tell.js';

type Site = NonNullable<Settings['sites']>[string];
export type Json = Record<string, unknown>;
type Header = (name: string) => string | undefined;

/** What a webhook says, in our own words, unchecked. */
export interface Said {
  readonly orders?: readonly unknown[];
  readonly refunds?: readonly unknown[];
}

/** How one platform tells of its orders. */
export interface Platform<S extends { readonly webhookSecret: string }> {
  readonly source: 'shopify' | 'woocommerce';
  /** The header with the Base64 of the HMAC-SHA256 of the body. */
  readonly signature: string;
  settingsOf(site: Site): S | undefined;
  /** Whether a webhook may be of a site, where two have one secret. */
  fits?(settings: S, header: Header): boolean;
  /** Says that it is only a trial of the address, which is not signed. */
  isPing?(text: string): boolean;
  /** @returns nothing in it for a topic or state that is none of ours */
  read(body: Json, settings: S, header: Header): Said;
}

function isSigned(given: string | undefined, secret: string, body: Uint8Array): boolean {
  const made = createHmac('sha256', secret).update(body).digest();
  const bytes = Buffer.from(given ?? '', 'base64');
  return bytes.length === made.length && timingSafeEqual(bytes, made);
}

/**
 * `POST /v1/webhooks/{platform}`. The signature tells the site: that of the settings whose secret made it. Signatures of the
 * platforms have no time, and a copy that is sent again changes nothing, as the order counts once. 200: on the disk, or nothing
 * of ours; 401: no site's signature; 422: an order that could not be read, which the platform shows its owner.
 */
export function webhookRoute<S extends { readonly webhookSecret: string }>(
  parts: OrderRouteParts,
  { source, signature, settingsOf, fits = () => true, isPing = () => false, read }: Platform<S>,
) {
  const sites = Object.entries(parts.settings.sites ?? {}).flatMap(([site, settings]) => {
    const own = settingsOf(settings);
    return own ? [{ site, own }] : [];
  });
  return async (context: Context): Promise<Response> => {
    const header: Header = (name) => context.req.header(name);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    if (isPing(text)) return context.json({ status: 'ok' });
    const found = sites.find(({ own }) => fits(own, header) && isSigned(header(signature), own.webhookSecret, bytes));
    if (!found) {
      const error = `${signature} fits no site. Compare \`sites.<name>.${source}.webhookSecret\` in the server's settings with the shop's.`;
      return context.json({ error, path: '' }, 401);
    }
    const object = readObject(exactIntegers(text));
    if ('fault' in object) return context.json(object.fault, 400);
    const said = read(object.body, found.own, header);
    const orders = judge(Order, said.orders ?? [], 'orders');
    const refunds = judge(Refund, said.refunds ?? [], 'refunds');
    const rejected = [...orders.rejected, ...refunds.rejected];
    const from = { site: found.site, source, receivedMs: parts.now() };
    const records = [
      ...orders.taken.map((order) => ({ ...from, order })),
      ...refunds.taken.map((refund) => ({ ...from, refund })),
    ];
    if (rejected.length) {
      parts.warn(
        `A webhook of ${source} for the site ${JSON.stringify(found.site)} has what cannot be read: ${rejected[0]!.error}`,
      );
      if (!records.length) return context.json(rejected[0]!, 422);
    }
    return tell(context, parts, records, () => ({ taken: records.length, rejected }));
  };
}
