/**
 * The beacon that a player posts: an envelope and its events. The server checks every event by itself, so that a bad
 * one never sinks its batch. Times are Unix milliseconds, positions milliseconds of media time, money minor units.
 */
import * as z from 'zod/mini';
import { OrderLine } from './order.js';

export const BEACON_SCHEMA = 'shoppable.beacon/1';
export const REPLY_SCHEMA = 'shoppable.reply/1';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const label = z.optional(z.string().check(z.maxLength(200)));
const ms = z.number().check(z.gte(0), z.lte(1e15));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR'));

/** What every event carries beside its own fields. */
const common = {
  eventId: z
    .string()
    .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'must be a UUIDv7')),
  /** Counts from 0 within a view without a gap: what is missing was lost. */
  seq: z.int().check(z.gte(0)),
  atMs: ms,
  viewerId: z.optional(id),
  idScope: z.enum(['persistent', 'session', 'none']),
  sessionId: id,
  viewId: id,
  videoId: id,
  surface: label,
  pageType: label,
  campaign: z.optional(z.object({ id: label, source: label, medium: label })),
  segment: label,
  experiment: label,
  arm: label,
  /** True when the browser says that a program drives it (`navigator.webdriver`). */
  automated: z.optional(z.boolean()),
};

/** What an event of a page has that may show no video: nothing of a film, and no view to be counted within. */
const { seq: _seq, viewId: _viewId, videoId: _videoId, segment: _segment, ...ofPage } = common;

const range = { fromMs: ms, toMs: ms };
const item = {
  productId: id,
  variantId: z.optional(id),
  positionMs: ms,
  token: z.optional(z.string().check(z.maxLength(400))),
};

const count = z.optional(z.int().check(z.gte(1)));

/** How many events of each type. */
const lost = z.object({
  player_opportunity: count,
  view_start: count,
  playback: count,
  hotspot_exposure: count,
  hotspot_click: count,
  product_view: count,
  product_dwell: count,
  cart_change: count,
  buy_now: count,
});

/**
 * The sender had to let events go: more than it may keep (`capacity`), too old (`expired`), refused by the endpoint one
 * by one (`refused`, `too-large`), or more than may wait for a consent (`held`). It stands in a view of its own.
 */
const LossReport = z.object({
  ...common,
  type: z.literal('loss_report'),
  reason: z.enum(['capacity', 'expired', 'refused', 'too-large', 'held']),
  lost,
});

/** A step of the checkout was entered; the cost of shipping where the shopper was told it there. */
const CheckoutStep = z.object({
  ...ofPage,
  type: z.literal('checkout_step'),
  step: id,
  shippingMinor: z.optional(z.int().check(z.gte(0))),
  currency: z.optional(currency),
});

/** The thank-you page saw an order. Anyone can send one: where the shop's server tells of the order, its word counts. */
const Purchase = z.object({
  ...ofPage,
  type: z.literal('purchase'),
  orderId: id,
  currency,
  lines: z.array(OrderLine).check(z.minLength(1), z.maxLength(500)),
});

const OF_PLAYER = [
  z.object({ ...common, type: z.literal('player_opportunity'), visibleMs: ms }),
  z.object({ ...common, type: z.literal('view_start'), autoplay: z.boolean(), muted: z.boolean() }),
  z.object({ ...common, type: z.literal('playback'), ...range, rate: z.number().check(z.gt(0), z.lte(16)) }),
  z.object({ ...common, type: z.literal('hotspot_exposure'), hotspotId: id, productId: id, ...range }),
  z.object({
    ...common,
    type: z.literal('hotspot_click'),
    hotspotId: z.optional(id),
    productId: id,
    positionMs: ms,
    via: z.enum(['hotspot', 'chip', 'list']),
  }),
  z.object({ ...common, type: z.literal('product_view'), productId: id }),
  z.object({ ...common, type: z.literal('product_dwell'), productId: id, ms }),
  z.object({
    ...common,
    type: z.literal('cart_change'),
    ...item,
    quantity: z.int(),
    unitMinor: z.int().check(z.gte(0)),
    currency,
  }),
  z.object({ ...common, type: z.literal('buy_now'), ...item }),
  LossReport,
] as const;

/** An event of a player. */
export const Event = z.discriminatedUnion('type', OF_PLAYER);

/** Whatever may be in a batch. */
export const AnyEvent = z.discriminatedUnion('type', [...OF_PLAYER, CheckoutStep, Purchase]);

/** The envelope with its events still unread: each is checked by itself. */
export const Batch = z.object({
  schema: z.literal(BEACON_SCHEMA),
  sdk: z.string().check(z.maxLength(100)),
  site: z.string().check(z.minLength(1), z.maxLength(200)),
  writeKey: label,
  batchId: id,
  sentAtMs: ms,
  events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(1000)),
});

export const Reply = z.object({
  schema: z.literal(REPLY_SCHEMA),
  rejected: z.array(z.object({ eventId: z.string(), reason: z.string() })),
});

/** Of a page without a player (`shoppable-video/purchase`). */
export type PageEvent = z.output<typeof CheckoutStep | typeof Purchase>;
export type PurchaseEvent = z.output<typeof Purchase>;
export type BeaconEvent = z.output<typeof Event>;
export type BeaconEventType = BeaconEvent['type'];
export type LossReport = z.output<typeof LossReport>;
export type BeaconBatch = Omit<z.output<typeof Batch>, 'events'> & { events: BeaconEvent[] };
export type BeaconReply = z.output<typeof Reply>;
type OwnFields<E> = E extends unknown ? Omit<E, keyof typeof common> : never;
/** An event before the envelope is put around it: its type and its own fields. */
export type BeaconRecord = OwnFields<BeaconEvent>;
