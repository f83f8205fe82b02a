/**
 * What a shop's server sends: orders, refunds and its catalogue. Money is in minor units of the currency, as ISO 4217 has
 * them (1900 is 19.00 EUR, 1900 JPY); times are ISO 8601 with a zone, or Unix milliseconds.
 */
import * as z from 'zod/mini';
import { parseAttributionToken } from './parse-attribution-token.js';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.optional(z.string().check(z.maxLength(500)));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR'));
const whole = z.int().check(z.gte(0));
const minor = whole;
const amount = z.int().check(z.gte(0), z.describe('Minor units of all pieces, after discounts.'));

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const msOf = (value: unknown) =>
  typeof value === 'number' ? value : ISO.test(String(value)) ? Date.parse(String(value)) : Number.NaN;
/** What was sold before or after is a slip of the pen, or Unix seconds. */
const YEARS = 'from 2000 to 2099';
const isTime = (value: unknown) => msOf(value) >= Date.UTC(2000, 0, 1) && msOf(value) < Date.UTC(2100, 0, 1);
export const time = z.pipe(
  z
    .unknown()
    .check(
      z.refine(isTime, `must be a time such as 2026-11-22T10:00:00Z, or Unix milliseconds, ${YEARS}`),
      z.describe(`ISO 8601 with a zone, such as 2026-11-22T10:00:00Z, or Unix milliseconds; ${YEARS}.`),
    ),
  z.transform((value) => Math.round(msOf(value))),
);

/**
 * `minor` is the line's total after discounts. Of the token only what it says is kept; one that is none of ours, whatever it
 * is, leaves its line without.
 */
const line = {
  productId: id,
  variantId: z.optional(id),
  quantity: z.int().check(z.gte(1)),
  minor: amount,
  token: z.optional(z.unknown()),
};
const BeaconLine = z.object(line);
const attributed = z.transform(({ token, ...line }: z.output<typeof BeaconLine>) => ({
  ...line,
  attribution: parseAttributionToken(token),
}));

/** As a page's beacon has it; what else is there is passed over, as in all of them. */
export const OrderLine = z.pipe(BeaconLine, attributed);
/** As the shop's server has it: a key that is misspelt is told, and its variant or token not lost in silence. */
const ShopLine = z.pipe(z.strictObject(line), attributed);

export const Order = z.strictObject({
  orderId: id,
  placedAt: time,
  currency,
  /** The pseudonym of the player, where the shop knows it. */
  viewerId: z.optional(id),
  lines: z.array(ShopLine).check(z.minLength(1), z.maxLength(500)),
});

/** `quantity` may be 0: money was given back, and nothing came back. */
const RefundLine = z.strictObject({ productId: id, variantId: z.optional(id), quantity: whole, minor: amount });

export const Refund = z.strictObject({
  refundId: id,
  orderId: id,
  refundedAt: time,
  currency,
  lines: z.array(RefundLine).check(z.minLength(1), z.maxLength(500)),
});

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `margin` is a share of the price, 0..1. */
export const ProductEntry = z.strictObject({
  productId: id,
  /** As people are told it, in messages. */
  name: text,
  category: text,
  margin: z.optional(z.number().check(z.gte(0), z.lte(1))),
});
export const InventoryEntry = z.strictObject({
  productId: id,
  day: z.string().check(z.regex(DAY, 'must be a day such as 2026-11-22')),
  stock: whole,
});
export const VideoEntry = z
  .strictObject({
    videoId: id,
    title: text,
    /** Of the page that has it, which messages lead to. */
    url: z.optional(
      z
        .string()
        .check(
          z.maxLength(2000),
          z.regex(/^https?:\/\/[^\s]+$/, 'must be an address such as https://shop.example/film'),
        ),
    ),
    costMinor: z.optional(minor),
    currency: z.optional(currency),
  })
  .check(
    z.refine(({ costMinor, currency }) => (costMinor === undefined) === (currency === undefined), {
      error: 'must have both `costMinor` and `currency`, or neither',
    }),
  );
export const SegmentEntry = z
  .strictObject({ videoId: id, segment: id, label: text, fromMs: whole, toMs: whole, host: text })
  .check(z.refine(({ fromMs, toMs }) => fromMs < toMs, { error: 'must end after it begins', path: ['toMs'] }));

const ExperimentArm = z.object({ id, weight: z.number().check(z.gte(0)) });

/** As the manifest has it; patches are passed over. The first arm is what others are compared with. */
export const ExperimentEntry = z
  .object({
    id,
    holdout: z._default(z.number().check(z.gte(0), z.lt(1)), 0),
    arms: z.array(ExperimentArm).check(z.minLength(1), z.maxLength(100)),
  })
  .check(
    z.refine(({ arms }) => arms.some(({ weight }) => weight > 0), {
      error: 'must have a weight above 0',
      path: ['arms'],
    }),
    z.refine(({ arms }) => new Set(['holdout', ...arms.map((arm) => arm.id)]).size > arms.length, {
      error: 'must have arms with ids of their own, none of them `holdout`',
      path: ['arms'],
    }),
  );

export type OrderLine = z.output<typeof OrderLine>;
export type Order = z.output<typeof Order>;
export type Refund = z.output<typeof Refund>;
export type ProductEntry = z.output<typeof ProductEntry>;
export type InventoryEntry = z.output<typeof InventoryEntry>;
export type VideoEntry = z.output<typeof VideoEntry>;
export type SegmentEntry = z.output<typeof SegmentEntry>;
export type ExperimentEntry = z.output<typeof ExperimentEntry>;
