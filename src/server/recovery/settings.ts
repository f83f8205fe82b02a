import * as z from 'zod/mini';

const DAY_MS = 24 * 3_600_000;
const ms = (least: number) => z.int().check(z.gte(least));
const address = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s]+$/, 'must be an address such as https://shop.example/hook'));

/** What the mail says, of each text as much as is to be other than the English one; see `mail/texts.ts`. */
const Texts = z.partial(
  z.strictObject({
    subject: z.string(),
    greeting: z.string(),
    intro: z.string(),
    quantity: z.string(),
    button: z.string(),
    note: z.string(),
    why: z.string(),
    unsubscribe: z.string(),
  }),
);

const Site = z.strictObject({
  /** The page of a video that the catalogue gives no `url`; `{video}` stands for its id. */
  page: z.optional(address),
  /** Who the mail is from, where not all sites have one sender. */
  from: z.optional(z.string()),
  /** Where somebody says that they want no more; `{viewer}` stands for their pseudonym. */
  unsubscribe: z.optional(address),
  /** By language, such as `de`. */
  texts: z.optional(z.record(z.string(), Texts)),
});

export const RecoverySettings = z
  .strictObject({
    /** When each message goes: so long after the last thing that was put in the cart, milliseconds. */
    waitsMs: z._default(z.array(ms(1)).check(z.minLength(1), z.maxLength(5)), [30 * 60_000, DAY_MS]),
    /** From then on it is not tried any more, and what is put in the cart is another intent. */
    giveUpMs: z._default(ms(1), 7 * DAY_MS),
    /** The share of viewers who get none, 0..1, so that it is known what messages bring. */
    holdout: z._default(z.number().check(z.gte(0), z.lt(1)), 0.1),
    /** How long is waited before something is tried again: at first, and at most. */
    retry: z.prefault(z.strictObject({ baseMs: z._default(ms(1), 5_000), maxMs: z._default(ms(1), 15 * 60_000) }), {}),
    /** Says what would be sent, and sends nothing. */
    dryRun: z._default(z.boolean(), false),
    webhook: z.optional(
      z.strictObject({
        url: address,
        /** Signs what is sent. */
        key: z.string().check(z.minLength(32, 'must have 32 characters or more')),
      }),
    ),
    smtp: z.optional(
      z.strictObject({
        /** `smtps://user:password@host`, or `smtp://…` with STARTTLS. The environment's SMTP_URL wins. */
        url: z.optional(z.string()),
        from: z.string().check(z.regex(/[^\s@]+@[^\s@]+/, 'must be an address such as Shop <hello@shop.example>')),
        replyTo: z.optional(z.string()),
      }),
    ),
    /** By name. */
    sites: z._default(z.record(z.string(), Site), {}),
  })
  .check(
    z.refine(({ waitsMs, giveUpMs }) => [...waitsMs, giveUpMs].every((wait, i, all) => !i || wait > all[i - 1]!), {
      error: 'must rise, and end before `giveUpMs`',
      path: ['waitsMs'],
    }),
    z.refine(({ webhook, smtp }) => !(webhook && smtp), {
      error: 'must name one receiver, `webhook` or `smtp`: with both a message would go twice',
      path: ['webhook'],
    }),
    z.refine(({ webhook, smtp, dryRun }) => Boolean(webhook || smtp || dryRun), {
      error: 'must name a receiver, `webhook` or `smtp`, or say `dryRun`',
      path: ['webhook'],
    }),
  );

export type RecoverySettings = z.output<typeof RecoverySettings>;
