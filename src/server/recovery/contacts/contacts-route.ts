import type { Context } from 'hono';
import { judge } from '../../orders/judge.js';
import { ofSingle } from '../../orders/order-route.js';
import { readObject, siteFault } from '../../orders/tell.js';
import type { Settings } from '../../settings/settings.js';
import { Contact } from './contact.js';
import type { Contacts } from './contacts.js';

export interface ContactsRouteParts {
  readonly contacts: Pick<Contacts, 'add' | 'remove'>;
  readonly settings: Pick<Settings, 'sites'>;
  readonly warn: (message: string) => void;
}

function unstored(context: Context, { warn }: ContactsRouteParts, cause: unknown): Response {
  warn(`Contacts cannot be stored. Look at the disk: ${cause}`);
  context.header('Retry-After', '10');
  return context.json({ error: 'This cannot be stored now. Send it again later.', path: '' }, 503);
}

/**
 * `POST /v1/contacts` `{ site, …a contact }`, or `{ site, contacts: […] }` with each judged by itself. 200: `{ taken, rejected }`,
 * on the disk. 400: a single contact, or the body, cannot be taken.
 */
export function contactsRoute(parts: ContactsRouteParts) {
  return async (context: Context): Promise<Response> => {
    const read = readObject(await context.req.text());
    if ('fault' in read) return context.json(read.fault, 400);
    const { site, contacts, ...single } = read.body as { site?: string; contacts?: unknown };
    const fault = siteFault(site, parts.settings.sites);
    if (fault) return context.json({ error: fault.error, path: fault.path }, fault.status);
    if (contacts !== undefined && !Array.isArray(contacts))
      return context.json({ error: 'contacts must be a list.', path: 'contacts' }, 400);
    const [stranger] = Object.keys(contacts ? single : {});
    if (stranger) {
      const error = `${stranger} is not a known key beside a list. Known: site, contacts.`;
      return context.json({ error, path: stranger }, 400);
    }
    const { taken, rejected } = judge(Contact, (contacts as unknown[]) ?? [single], 'contacts');
    if (!contacts && rejected.length) return context.json(ofSingle(rejected[0]!, 'contacts'), 400);
    try {
      await parts.contacts.add(site!, taken);
    } catch (cause) {
      return unstored(context, parts, cause);
    }
    return context.json({ taken: taken.length, rejected });
  };
}

/** `DELETE /v1/contacts/{viewerId}`: `{ removed }`, from the disk too. */
export function deleteContactRoute(parts: ContactsRouteParts) {
  return async (context: Context): Promise<Response> => {
    try {
      return context.json({ removed: await parts.contacts.remove(context.req.param('viewerId')!) });
    } catch (cause) {
      return unstored(context, parts, cause);
    }
  };
}
