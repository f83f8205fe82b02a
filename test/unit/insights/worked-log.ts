/**
 * A log small enough to count by hand, and all that can happen in one: two films, three products, two currencies, a viewer
 * without an id, a bot, an event that was lost, orders with and without a viewer. Tests say what it adds up to.
 *
 * Times are seconds after `START_MS`, an evening in Berlin before clocks are put forward.
 */
import type { StoredEvent } from '../../../src/server/collector/stored-event.js';

/** 22:00 on Saturday, 28 March 2026, in Berlin. */
export const START_MS = Date.parse('2026-03-28T21:00:00Z');
export const HOUR_S = 3600;
/** When questions are asked: two days later. */
export const NOW_MS = START_MS + 48 * HOUR_S * 1000;

type Fields = Readonly<Record<string, unknown>>;
type Told = readonly [afterS: number, type: string, fields?: Fields];

let made = 0;

/** The events of one view, which count `seq` up from 0; `null` was lost on the way. */
function view(common: Fields, told: readonly (Told | null)[], bot = false): StoredEvent[] {
  return told.flatMap((one, seq) => {
    if (!one) return [];
    const [afterS, type, fields] = one;
    const atMs = START_MS + afterS * 1000;
    const eventId = `0195d9a0-0000-7000-8000-${String(++made).padStart(12, '0')}`;
    const event = { idScope: 'persistent', ...common, eventId, seq, type, atMs, ...fields };
    const receivedMs = atMs + 500;
    return [{ receivedMs, sentMs: receivedMs, site: 'shop', sdk: 'test/1', bot, event } as unknown as StoredEvent];
  });
}

const played = (afterS: number, fromMs: number, toMs: number): Told => [afterS, 'playback', { fromMs, toMs, rate: 1 }];
const exposed = (afterS: number, productId: string, fromMs: number, toMs: number): Told => [
  afterS,
  'hotspot_exposure',
  { hotspotId: `h-${productId}`, productId, fromMs, toMs },
];
const clicked = (afterS: number, productId: string, positionMs: number, via = 'hotspot'): Told => [
  afterS,
  'hotspot_click',
  { hotspotId: via === 'hotspot' ? `h-${productId}` : undefined, productId, positionMs, via },
];
const opened = (afterS: number, productId: string): Told => [afterS, 'product_view', { productId }];
const dwelt = (afterS: number, productId: string, ms: number): Told => [afterS, 'product_dwell', { productId, ms }];
const carted = (afterS: number, productId: string, unitMinor: number, currency: string, positionMs: number): Told => [
  afterS,
  'cart_change',
  { productId, quantity: 1, unitMinor, currency, positionMs },
];
const stepped = (afterS: number, step: string, shippingMinor: number): Told => [
  afterS,
  'checkout_step',
  { step, shippingMinor, currency: 'EUR' },
];
const OPPORTUNITY: Told = [0, 'player_opportunity', { visibleMs: 1000 }];
const STARTED: Told = [1, 'view_start', { autoplay: false, muted: false }];

const later = (told: readonly (Told | null)[], byS: number) =>
  told.map((one): Told | null => one && [one[0] + byS, one[1], one[2]]);

const coffee = { videoId: 'coffee', surface: 'product', experiment: 'host' };
const tea = { videoId: 'tea', surface: 'story', experiment: 'host' };

/** Clicks the mug, buys it, and watches the beginning twice. */
const ANN = view({ ...coffee, viewerId: 'ann', sessionId: 's-ann', viewId: 'A', arm: 'host' }, [
  OPPORTUNITY,
  STARTED,
  played(5, 0, 4000),
  exposed(5, 'mug', 1000, 4000),
  clicked(6, 'mug', 2500),
  opened(6, 'mug'),
  dwelt(11, 'mug', 5000),
  carted(12, 'mug', 1900, 'EUR', 2500),
  played(14, 4000, 6000),
  played(20, 0, 2000),
  stepped(60, 'shipping', 490),
  stepped(90, 'payment', 490),
]);

/** Sees mug and cup, and opens the cup by accident; his fifth event was lost. */
const BOB = view({ ...coffee, viewerId: 'bob', sessionId: 's-bob', viewId: 'B', arm: 'control' }, [
  OPPORTUNITY,
  STARTED,
  played(4, 0, 3000),
  exposed(4, 'mug', 1000, 2000),
  null,
  exposed(4, 'cup', 1500, 3000),
  clicked(5, 'cup', 2900, 'list'),
  opened(5, 'cup'),
  dwelt(6, 'cup', 400),
]);

/** Has no id. Clicks the mug twice, puts a lamp in the cart, in dollars, and leaves at the shipping. Sees the other film too. */
const cat = { viewerId: undefined, idScope: 'none', sessionId: 's-cat' };
const CAT = [
  ...view({ ...coffee, ...cat, viewId: 'C' }, [
    STARTED,
    played(3, 0, 1000),
    exposed(3, 'mug', 500, 1500),
    clicked(3, 'mug', 700),
    clicked(4, 'mug', 1200),
    opened(4, 'mug'),
    opened(8, 'lamp'),
    carted(10, 'lamp', 4900, 'USD', 1200),
    stepped(70, 'shipping', 0),
  ]),
  ...view({ ...tea, ...cat, viewId: 'C2' }, later([STARTED, played(3, 0, 2000), exposed(3, 'lamp', 0, 2000)], 200)),
];

/** Watches all of it, after midnight in Berlin, and clicks nothing. */
const DAN = view(
  { ...coffee, viewerId: 'dan', sessionId: 's-dan', viewId: 'D', arm: 'control' },
  later([OPPORTUNITY, STARTED, played(8, 0, 6000), exposed(8, 'mug', 1000, 6000)], 3 * HOUR_S),
);

/** Buys a lamp at once, by hotspot; the chip was clicked before. */
const EVE = view({ ...tea, viewerId: 'eve', sessionId: 's-eve', viewId: 'E', arm: 'host' }, [
  OPPORTUNITY,
  STARTED,
  played(6, 0, 4000),
  exposed(6, 'lamp', 1000, 3000),
  clicked(7, 'lamp', 1400, 'chip'),
  clicked(8, 'lamp', 1500),
  [9, 'buy_now', { productId: 'lamp', positionMs: 1500 }],
  stepped(65, 'shipping', 990),
  stepped(80, 'payment', 990),
]);

/** Only came by. */
const FAY = view({ ...coffee, viewerId: 'fay', sessionId: 's-fay', viewId: 'F', arm: 'control' }, [OPPORTUNITY]);

const BOT = view(
  { ...coffee, viewerId: 'bot', sessionId: 's-bot', viewId: 'X', arm: 'host' },
  [STARTED, played(2, 0, 6000), exposed(2, 'mug', 0, 6000), clicked(2, 'mug', 10)],
  true,
);

/** Of the event that Bob lost: it counts what is missing in his view already, and stands in a view of its own. */
const LOSS = view({ ...coffee, viewerId: 'bob', sessionId: 's-bob', viewId: 'L' }, [
  [100, 'loss_report', { reason: 'capacity', lost: { playback: 1 } }],
]);

/** 51 of them. */
export const EVENTS: readonly StoredEvent[] = [...ANN, ...BOB, ...CAT, ...DAN, ...EVE, ...FAY, ...BOT, ...LOSS];

/**
 * Says that it is a browser, and clicks all that it sees, which no finger does: 99 ms lie between two of its clicks. Not among
 * `EVENTS`; what it does must change no answer.
 */
export const ROBOT: readonly StoredEvent[] = view(
  { ...coffee, viewerId: 'robot', sessionId: 's-robot', viewId: 'R', arm: 'host' },
  [
    OPPORTUNITY,
    STARTED,
    played(5, 0, 5000),
    exposed(5, 'mug', 1000, 5000),
    clicked(6, 'mug', 1500),
    clicked(6.099, 'cup', 1600, 'list'),
    opened(6.1, 'mug'),
    opened(6.1, 'cup'),
    carted(6.2, 'mug', 1900, 'EUR', 1600),
    stepped(7, 'shipping', 490),
  ],
);

/** The same a millisecond slower, as the fastest fingers may be. */
export const QUICK: readonly StoredEvent[] = ROBOT.map((stored) => {
  const { event } = stored as unknown as { event: { productId?: string; type: string; atMs: number } };
  const slower = event.type === 'hotspot_click' && event.productId === 'cup' ? 1 : 0;
  return { ...stored, event: { ...event, atMs: event.atMs + slower } } as unknown as StoredEvent;
});

const TOKENLESS = {
  token_video: null,
  token_view: null,
  token_hotspot: null,
  token_position_ms: null,
  token_segment: null,
  token_experiment: null,
  token_arm: null,
  token_at_ms: null,
};

const line = (fields: Fields) => ({
  site: 'shop',
  source: 'server',
  variant_id: null,
  line: 0,
  ...TOKENLESS,
  ...fields,
});
const at = (afterS: number) => ({ at_ms: START_MS + afterS * 1000, received_ms: START_MS + afterS * 1000 + 2000 });

/**
 * The tables beside the events. Ann's order came without her name, but with a token; Eve's with both, and was told again by
 * the thank-you page; the cup's with neither. One of Eve's two lamps came back.
 */
export const TABLES = {
  // eve ordered after it was due, bob is held out, dan is pending; eve's was told of twice
  recovery_assignments: (
    [
      ['eve', 60, 'message'],
      ['eve', 61, 'message'],
      ['bob', 60, 'holdout'],
      ['dan', 40 * HOUR_S, 'message'],
    ] as const
  ).map(([viewer, afterS, arm]) => ({
    site: 'shop',
    intent: `of-${viewer}`,
    viewer: `v:${viewer}`,
    video_id: 'tea',
    ...at(afterS),
    arm,
    holdout: 0.1,
  })),
  order_lines: [
    line({
      ...at(120),
      order_id: 'o1',
      viewer: null,
      currency: 'EUR',
      product_id: 'mug',
      quantity: 1,
      minor: 1900,
      token_video: 'coffee',
      token_view: 'A',
      token_hotspot: 'h-mug',
      token_position_ms: 2500,
      token_experiment: 'host',
      token_arm: 'host',
      token_at_ms: START_MS + 12_000,
    }),
    ...['server', 'page'].map((source) =>
      line({
        ...at(source === 'page' ? 99 : 100),
        source,
        order_id: 'o2',
        viewer: 'v:eve',
        currency: 'USD',
        product_id: 'lamp',
        quantity: 2,
        minor: 9800,
        token_video: 'tea',
        token_view: 'E',
        token_hotspot: 'h-lamp',
        token_position_ms: 1500,
        token_experiment: 'host',
        token_arm: 'host',
        token_at_ms: START_MS + 9000,
      }),
    ),
    line({
      ...at(5 * HOUR_S),
      order_id: 'o3',
      viewer: null,
      currency: 'EUR',
      product_id: 'cup',
      quantity: 1,
      minor: 1200,
    }),
  ],
  refund_lines: [
    {
      ...at(24 * HOUR_S),
      site: 'shop',
      order_id: 'o2',
      refund_id: 'r1',
      source: 'server',
      currency: 'USD',
      line: 0,
      product_id: 'lamp',
      variant_id: null,
      quantity: 1,
      minor: 4900,
    },
  ],
  products: [
    { site: 'shop', product_id: 'mug', received_ms: START_MS - 9000, category: 'gifts', margin: 0.1 },
    { site: 'shop', product_id: 'mug', received_ms: START_MS, category: 'cups', margin: 0.5 },
    { site: 'shop', product_id: 'cup', received_ms: START_MS, category: 'cups', margin: 0.4 },
    { site: 'shop', product_id: 'lamp', received_ms: START_MS, category: 'light', margin: 0.25 },
  ],
  inventory: [
    { site: 'shop', product_id: 'mug', day: '2026-03-27', stock: 100, received_ms: START_MS },
    { site: 'shop', product_id: 'mug', day: '2026-03-28', stock: 99, received_ms: START_MS },
    { site: 'shop', product_id: 'cup', day: '2026-03-28', stock: 5, received_ms: START_MS },
  ],
  videos: [
    { site: 'shop', video_id: 'coffee', received_ms: START_MS, title: 'Coffee', cost_minor: 500, currency: 'EUR' },
    { site: 'shop', video_id: 'tea', received_ms: START_MS, title: 'Tea', cost_minor: 700, currency: 'USD' },
  ],
  segments: [
    {
      site: 'shop',
      video_id: 'coffee',
      received_ms: START_MS,
      segment: 'intro',
      label: 'Intro',
      from_ms: 0,
      to_ms: 3000,
      host: 'Kim',
    },
  ],
} as const satisfies Record<string, readonly Fields[]>;
