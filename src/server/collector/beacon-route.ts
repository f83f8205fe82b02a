import type { Context } from 'hono';
import { type BeaconReply, REPLY_SCHEMA } from '../../schema/beacon.js';
import { isLoopback } from '../access/loopback.js';
import type { Admission } from '../limits/admission.js';
import { addressKey, clientAddress } from '../limits/client-address.js';
import { refuseSender } from '../limits/sites.js';
import type { TokenBuckets } from '../limits/token-buckets.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Rate, Settings } from '../settings/settings.js';
import type { BatchFault } from './batch-fault.js';
import { decodeBody } from './decode-body.js';
import type { Intake } from './intake.js';
import { readBody } from './read-body.js';
import { openBatch, replyOf, takeEvents } from './take-batch.js';

export interface BeaconRouteParts {
  readonly intake: Pick<Intake, 'take'>;
  readonly admission: Admission;
  readonly buckets: TokenBuckets;
  readonly settings: Settings;
  readonly metrics: Metrics;
  readonly now: () => number;
  /** Whether a user agent is a program's. */
  readonly isBot: (userAgent: string | undefined) => boolean;
  /** Of the connection that a request came by. */
  readonly remoteAddress: (context: Context) => string | undefined;
  readonly warn: (message: string) => void;
}

/** `sendBeacon` names no type for bytes. */
const TYPES = new Set(['text/plain', 'application/json', '']);
/** A disk that is full or read-only needs a hand first. */
const DISK_RETRY_S = 10;

const header = (context: Context, name: string) => (context.req.header(name) ?? '').trim();

function mediaType(context: Context): { type: string; charset: string } {
  const [type = '', ...parameters] = header(context, 'content-type').split(';');
  const charset = parameters.map((parameter) => /^\s*charset=(.*)$/i.exec(parameter)?.[1]).find(Boolean) ?? '';
  return { type: type.trim().toLowerCase(), charset: charset.trim() };
}

/**
 * `POST /v1/beacons`. 204: all taken. 200 with a reply: all but those named, which are kept aside. Any other status: none.
 * What is taken, or kept aside, is on the disk before the answer. What is refused as a whole is so as early as can be: by
 * address and queue before its body is read, by size while it is, by site before its events are looked at.
 */
export function beaconRoute(parts: BeaconRouteParts) {
  const { intake, admission, buckets, settings, metrics, now, isBot, remoteAddress, warn } = parts;
  const { limits, sites, rate, proxies } = settings;

  function tooFast(key: string, allowed: Rate | undefined, whose: string): BatchFault | undefined {
    if (!allowed) return undefined;
    const waitS = buckets.take(key, allowed, now());
    if (!waitS) return undefined;
    const error = `More than ${allowed.perSecond} batches a second came from this ${whose}. Send fewer and larger ones.`;
    return { status: 429, reason: `${whose}-rate`, error, path: '', retryAfterS: Math.ceil(waitS) };
  }

  function busy(): BatchFault {
    const error = 'More comes than can be taken. Send the batch again later.';
    return { status: 503, reason: 'busy', error, path: '', retryAfterS: admission.retryAfterS() };
  }

  function atTheDoor(context: Context): BatchFault | undefined {
    const address = clientAddress(remoteAddress(context), context.req.header('x-forwarded-for'), proxies) ?? '';
    if (!isLoopback(address)) {
      const fault = tooFast(`address ${addressKey(address)}`, rate.address, 'address');
      if (fault) return fault;
    }
    return admission.isOpen ? undefined : busy();
  }

  async function read(context: Context, enter: (bytes: number) => boolean): Promise<BatchFault | Response> {
    const receivedMs = now();
    const started = performance.now();
    const { type, charset } = mediaType(context);
    if (!TYPES.has(type)) {
      const error = 'Send the beacon as text/plain or application/json.';
      return { status: 415, reason: 'type', error, path: '' };
    }
    const body = await readBody(context, limits.bodyBytes, enter);
    // the rest of the body stays unread, so that the connection can carry no other request
    if (body === 'too-large' || body === 'no-room') context.header('Connection', 'close');
    if (body === 'no-room') return busy();
    if (body === 'too-large') {
      const error = `The body is larger than ${limits.bodyBytes} bytes. Send smaller batches.`;
      return { status: 413, reason: 'too-large', error, path: '' };
    }
    if (body === 'broken') {
      return { status: 400, reason: 'broken-off', error: 'The body did not arrive in full.', path: '' };
    }
    const encoding = header(context, 'content-encoding').toLowerCase();
    const decoded = await decodeBody(body, { encoding, charset, maxBytes: limits.decodedBytes });
    if ('error' in decoded) return decoded;
    const batch = openBatch(decoded, limits);
    if ('error' in batch) return batch;
    const { site, writeKey } = batch;
    const refusal = refuseSender(sites, { site, writeKey, origin: context.req.header('origin') });
    if (refusal) return { ...refusal, reason: 'sender' };
    const slow = tooFast(`site ${site}`, sites?.[site]?.rate ?? rate.site, 'site');
    if (slow) return slow;
    const events = takeEvents(batch, { receivedMs, bot: isBot(context.req.header('user-agent')) });
    try {
      await intake.take(events);
    } catch (cause) {
      warn(`The journal takes no events. Look at the disk: ${cause}`);
      const error = 'The events cannot be stored now. Send them again later.';
      return { status: 503, reason: 'disk', error, path: '', retryAfterS: DISK_RETRY_S };
    }
    metrics.acknowledged.observe((performance.now() - started) / 1000);
    if (!events.rejected.length) return context.body(null, 204);
    return context.json({ schema: REPLY_SCHEMA, rejected: replyOf(events.rejected) } satisfies BeaconReply);
  }

  return async (context: Context): Promise<Response> => {
    // tells a sender that it may pack the next one (RFC 7694)
    context.header('Accept-Encoding', 'gzip');
    let entered = 0;
    const answer =
      atTheDoor(context) ??
      (await read(context, (bytes) => {
        entered += bytes;
        return admission.enter(bytes);
      }).finally(() => admission.leave(entered)));
    if (answer instanceof Response) return answer;
    const { status, reason, error, path, retryAfterS } = answer;
    metrics.refused.add(1, { reason });
    if (retryAfterS !== undefined) context.header('Retry-After', String(retryAfterS));
    return context.json({ error, path }, status);
  };
}
