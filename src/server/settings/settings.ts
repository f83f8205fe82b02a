/** The server's settings, as a JSON file or an object has them. What is left out has the default that stands here. */
import * as z from 'zod/mini';
import { firstFault } from '../fault.js';
import { SEGMENT_BYTES } from '../journal/journal.js';
import { RecoverySettings } from '../recovery/settings.js';

const MIB = 1024 * 1024;

const whole = (least: number) => z.int().check(z.gte(least));
const more = z.number().check(z.gt(0));

/** So many batches a second, and so many at once. */
const Rate = z.strictObject({ perSecond: more, burst: whole(1) });

/** Signs a platform's webhooks. */
const secret = z.string().check(z.minLength(8, 'must have 8 characters or more'));

const Site = z.strictObject({
  /** One of them must be in the batch. They stand in pages, and so are no secret. */
  writeKeys: z.optional(z.array(z.string()).check(z.minLength(1, 'must have at least one key'))),
  /** Of the pages that may send, such as `https://shop.example`. Programs, which name none, may too. */
  origins: z.optional(
    z.array(z.string().check(z.regex(/^https?:\/\/[^/]+$/, 'must be an origin such as https://shop.example'))),
  ),
  rate: z.optional(Rate),
  /** Who may read this site alone, as `Authorization: Bearer`; READ_KEYS read all. */
  readKeys: z.optional(z.array(z.string().check(z.minLength(32, 'must have 32 characters or more')))),
  shopify: z.optional(
    z.strictObject({
      webhookSecret: secret,
      /** Where several shops have one secret: `name.myshopify.com`. */
      shop: z.optional(z.string()),
      /** What the manifest's product ids are. */
      productIds: z._default(z.enum(['product', 'variant', 'sku']), 'product'),
    }),
  ),
  woocommerce: z.optional(
    z.strictObject({
      webhookSecret: secret,
      /** What the manifest's product ids are. */
      productIds: z._default(z.enum(['product', 'sku']), 'product'),
    }),
  ),
});

export const Settings = z.strictObject({
  /** By name. Without it every site is taken, from everywhere. */
  sites: z.optional(z.record(z.string(), Site)),
  rate: z.prefault(
    z.strictObject({
      /** Of one address. This machine's own are not counted. */
      address: z._default(Rate, { perSecond: 100, burst: 1000 }),
      /** Of each site that has none of its own. */
      site: z.optional(Rate),
    }),
    {},
  ),
  /** How many proxies of yours stand before the server. The address is then what the outermost of them saw. */
  proxies: z._default(whole(0), 0),
  limits: z.prefault(
    z.strictObject({
      /** Of a body as it is sent. */
      bodyBytes: z._default(whole(1), MIB),
      /** Of the same, unpacked. */
      decodedBytes: z._default(whole(1), 4 * MIB),
      /** Of a batch. */
      events: z._default(whole(1), 1000),
      /** Of a batch: objects and lists within each other. */
      depth: z._default(whole(4), 16),
      /** Of bodies that have come and are not on the disk yet, all together. */
      waitingBytes: z._default(whole(1), 8 * MIB),
    }),
    {},
  ),
  journal: z.prefault(
    z.strictObject({
      segmentBytes: z._default(whole(1024), SEGMENT_BYTES),
      /** What is older goes, a segment at a time, if the store has taken it. Without it everything is kept. */
      maxDays: z.optional(more),
      /** The oldest go until what is left is no larger. */
      maxBytes: z.optional(whole(1)),
    }),
    {},
  ),
  /** Of the events that were refused. The oldest go. */
  rejected: z.prefault(z.strictObject({ maxBytes: z._default(whole(1), 64 * MIB) }), {}),
  store: z.prefault(
    z.strictObject({
      /** What DuckDB may hold. With less than a question needs it answers from its disk, which takes longer. */
      memoryBytes: z._default(whole(64 * MIB), 96 * MIB),
      /** How long DuckDB keeps events as they came; older ones are rolled up. Without it, for ever. */
      rawDays: z.optional(more),
    }),
    {},
  ),
  /** Messages about what was left in carts. Without it none go. */
  recovery: z.optional(RecoverySettings),
});

export type Settings = z.output<typeof Settings>;
export type SettingsInput = z.input<typeof Settings>;
export type Rate = z.output<typeof Rate>;

/** What stands below these keys is never told, as an error goes to logs. */
const SECRETS = new Set<PropertyKey>(['webhookSecret', 'readKeys']);

/** The issue without what was given, if that is a secret; a kind of value may be told. */
function guarded(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'invalid_type' || !issue.path.some((key) => SECRETS.has(key))) return issue;
  return { ...issue, code: 'custom', input: {} } as z.core.$ZodIssue;
}

/**
 * Fills the defaults in.
 * @param name of the file or option, for the error
 * @throws with the place and what is wanted there
 */
export function parseSettings(value: unknown, name = 'settings'): Settings {
  const parsed = Settings.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${name}: ${firstFault({ issues: [guarded(issue!)] }).error}`);
  }
  return parsed.data;
}
