import type { Query } from '../../insights/query.js';
import { select } from '../../insights/selection.js';
import { orders } from '../../insights/sql/ordered.js';
import type { Action, Ordered } from './intents.js';

/** All that intents are made of, as the store has it. */
export interface Facts {
  readonly actions: readonly Action[];
  readonly orders: readonly Ordered[];
  /** By intent, whether its viewer gets messages. */
  readonly arms: ReadonlyMap<string, 'message' | 'holdout'>;
}

const DAY_MS = 24 * 3_600_000;
/** Whoever goes on for longer without an order begins another intent. */
const LONGEST_MS = 30 * DAY_MS;
/** More cannot be held at once; the latest are. */
export const MOST_ACTIONS = 200_000;

const IN_CART = "type IN ('cart_change', 'buy_now') AND NOT bot";

const ACTIONS = `
  SELECT CAST(event_id AS VARCHAR) AS event_id, site, viewer, at_ms, seq, type, video_id, product_id, variant_id, quantity,
    unit_minor, currency, position_ms, name, title, url
  FROM (
    SELECT * FROM events
    WHERE ${IN_CART} AND at_ms >= $sinceMs AND (site, viewer) IN (
      SELECT site, viewer FROM events WHERE ${IN_CART} AND at_ms >= $activeMs GROUP BY site, viewer)
    ORDER BY at_ms DESC LIMIT ${MOST_ACTIONS}
  ) AS carts
  LEFT JOIN (SELECT site AS p_site, product_id AS p_product, name FROM product_facts) AS products
    ON p_site = carts.site AND p_product = carts.product_id
  LEFT JOIN (SELECT site AS v_site, video_id AS v_video, title, url FROM video_facts) AS videos
    ON v_site = carts.site AND v_video = carts.video_id`;

const ORDERS = `SELECT site, viewer, ordered_ms FROM (${select(orders(), {})}) AS told WHERE ordered_ms >= $sinceMs`;

const ARMS = 'SELECT intent, arm FROM recovery_arms WHERE at_ms >= $sinceMs';

/** The pseudonym of whom is known by one; a session has none. */
const viewerOf = (viewer: unknown) => (/^v:/.test(String(viewer)) ? String(viewer).slice(2) : undefined);
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const number = (value: unknown) => (value === null || value === undefined ? undefined : Number(value));

function toAction(row: Readonly<Record<string, unknown>>): Action[] {
  const viewerId = viewerOf(row.viewer);
  if (viewerId === undefined) return [];
  return [
    {
      site: String(row.site),
      viewerId,
      eventId: String(row.event_id),
      atMs: Number(row.at_ms),
      seq: Number(row.seq),
      videoId: String(row.video_id),
      title: text(row.title),
      page: text(row.url),
      productId: String(row.product_id),
      name: text(row.name),
      variantId: text(row.variant_id),
      // who buys at once says no quantity
      quantity: row.type === 'buy_now' ? 1 : Number(row.quantity),
      unitMinor: number(row.unit_minor),
      currency: text(row.currency),
      positionMs: Number(row.position_ms),
    },
  ];
}

/**
 * Asks the store for what viewers did to their carts in videos who were at it since `activeMs`.
 * @throws when the store does not answer
 */
export async function readFacts(
  query: Query,
  { nowMs, activeMs }: { nowMs: number; activeMs: number },
): Promise<Facts> {
  const sinceMs = Math.min(activeMs, nowMs - LONGEST_MS);
  const [actions, ordered, arms] = await Promise.all([
    query(ACTIONS, { sinceMs, activeMs }),
    query(ORDERS, { sinceMs }),
    query(ARMS, { sinceMs }),
  ]);
  return {
    actions: actions.flatMap(toAction),
    orders: ordered.flatMap((row) => {
      const viewerId = viewerOf(row.viewer);
      return viewerId === undefined ? [] : [{ site: String(row.site), viewerId, atMs: Number(row.ordered_ms) }];
    }),
    arms: new Map(arms.map((row) => [String(row.intent), row.arm as 'message' | 'holdout'])),
  };
}
