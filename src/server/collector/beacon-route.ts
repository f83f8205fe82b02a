import type { Context } from 'hono';
import { type BeaconReply, REPLY_SCHEMA } from '../../schema/beacon.js';
import type { Clock } from '../../shared/clock.js';
import type { Journal } from './journal.js';
import { takeBatch } from './take-batch.js';

export interface BeaconRouteParts {
  readonly journal: Pick<Journal, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether a user agent is a program's. */
  readonly isBot: (userAgent: string | undefined) => boolean;
  readonly warn: (message: string) => void;
}

const RETRY_AFTER_S = '5';
/** `sendBeacon` names no type for bytes. */
const TYPES = new Set(['text/plain', 'application/json', '']);

const typeOf = (context: Context) => (context.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/**
 * `POST /v1/beacons`. 204: all taken. 200 with a reply: all but those named. Any other status: none. What is taken is on
 * the disk before the answer.
 */
export function beaconRoute({ journal, clock, isBot, warn }: BeaconRouteParts) {
  return async (context: Context): Promise<Response> => {
    // read even when it is refused: what stays unread would block the connection
    const body = await context.req.text().catch(() => undefined);
    if (body === undefined) return context.json({ error: 'The body did not arrive in full.', path: '' }, 400);
    if (!TYPES.has(typeOf(context))) {
      return context.json({ error: 'Send the beacon as text/plain or application/json.', path: '' }, 415);
    }
    const batch = takeBatch(body, { receivedMs: clock.now(), bot: isBot(context.req.header('user-agent')) });
    if ('error' in batch) return context.json(batch, 400);
    try {
      if (batch.taken.length) await journal.append(batch.taken);
    } catch (error) {
      warn(`The journal takes no events. Look at the disk: ${error}`);
      context.header('Retry-After', RETRY_AFTER_S);
      return context.json({ error: 'The events cannot be stored now. Send them again later.', path: '' }, 503);
    }
    if (!batch.rejected.length) return context.body(null, 204);
    return context.json({ schema: REPLY_SCHEMA, rejected: batch.rejected } satisfies BeaconReply);
  };
}
