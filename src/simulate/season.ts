import type { BeaconEvent, PageEvent } from '../schema/beacon.js';
import { BEACON_SCHEMA } from '../schema/beacon.js';
import { BOTS, botOf } from './bots.js';
import { createCalendar } from './calendar.js';
import { catalogueOf } from './catalogue.js';
import { createDraw } from './draw.js';
import { arriveOf } from './losses.js';
import type { SeasonOptions } from './options.js';
import { ordersOf } from './orders.js';
import { SDK, VIDEOS } from './shop/videos.js';
import { stockOf } from './stock.js';
import type { Telling } from './telling.js';
import { type Bought, tellOf } from './viewer.js';

/** A season as it reaches the collector, and what of it can be counted. */
export interface Season {
  /** In the order of their arrival. */
  readonly tellings: readonly Telling[];
  readonly counted: Counted;
}

/** Of what was sent; money is in minor units. */
export interface Counted {
  readonly people: number;
  readonly bots: number;
  readonly events: number;
  /** Of people, and so many of them did not arrive. */
  readonly ofViews: number;
  readonly lost: number;
  readonly orders: number;
  readonly revenueMinor: number;
  readonly refundedMinor: number;
}

/** How long after the last event a batch goes, and how long it takes. */
const [WAITS_MS, TAKES_MS] = [1500, 80];

export function makeSeason(options: SeasonOptions): Season {
  const { site, seed, viewers, endMs } = options;
  const draw = createDraw(seed);
  const when = createCalendar(options, draw);
  const traffic = VIDEOS.map((video) => [video, video.traffic] as const);
  const tellings: Telling[] = [catalogueOf(options)];
  const bought: Bought[] = [];
  const seen = new Set<string>();
  let [bots, events, ofViews, lost] = [0, 0, 0, 0];

  /** Whether it has come to that by the end. */
  function send(sent: readonly (BeaconEvent | PageEvent)[], userAgent?: string): boolean {
    const sentAtMs = sent.at(-1)!.atMs + WAITS_MS;
    const receivedMs = sentAtMs + TAKES_MS;
    if (receivedMs > endMs) return false;
    const batchId = draw.id(sentAtMs);
    const body = { schema: BEACON_SCHEMA, sdk: SDK, site, batchId, sentAtMs, events: sent };
    tellings.push({ door: '/v1/beacons', receivedMs, body, userAgent });
    events += sent.length;
    seen.add(sent[0]!.viewerId ?? sent[0]!.sessionId);
    return true;
  }

  for (let i = 0; i < viewers; i += 1) {
    const story = tellOf(draw.oneOf(traffic), when(), endMs, draw);
    for (const view of story.views) {
      const arrived = arriveOf(view, draw);
      if (!send(arrived.events)) continue;
      ofViews += view.length;
      lost += arrived.lost;
      if (arrived.report) send([arrived.report]);
    }
    for (const step of story.steps) send([step]);
    bought.push(...story.bought.filter(({ atMs }) => atMs < endMs));
  }
  for (let i = 0; i < viewers * BOTS; i += 1) {
    const bot = botOf(draw.oneOf(traffic), when(), draw);
    if (send(bot.events, bot.userAgent)) bots += 1;
  }
  const { orders, refunds, revenueMinor, refundedMinor } = ordersOf(bought, options, draw);
  tellings.push(...orders, ...refunds, ...stockOf(bought, options));
  tellings.sort((a, b) => a.receivedMs - b.receivedMs);
  return {
    tellings,
    counted: {
      people: seen.size - bots,
      bots,
      events,
      ofViews,
      lost,
      orders: orders.length,
      revenueMinor,
      refundedMinor,
    },
  };
}
