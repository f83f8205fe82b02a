/**
 * A week of a small shop, told to a running server over its own routes: the same for the same seed. Its films sell differently
 * well, one of two openings of `coffee` sells much worse, people click the mug far more than anything else at its seconds,
 * and open the armchair without buying it.
 */
import { seeded } from '../random.mjs';

const DAY_MS = 86_400_000;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const BOT = 'Googlebot/2.1 (+http://www.google.com/bot.html)';

const COFFEE = [
  ['coffee-maker', 0, 9.9, 64_900, 0.04, 0.07],
  ['lamp', 0, 5.3, 28_900, 0.03, 0.1],
  ['beans', 2.4, 13.1, 950, 0.1, 0.5],
  ['frother', 3.3, 28, 8_900, 0.07, 0.25],
  ['mug', 4.5, 23.7, 2_400, 0.16, 0.5],
  ['sweater', 21.8, 30, 13_900, 0.09, 0.25],
  ['armchair', 23.3, 30, 89_000, 0.3, 0.012],
];
/** By film: how long it is, how many come, how readily they buy, and its hotspots: product, from, to, price, clicks, buys. */
const FILMS = {
  coffee: { seconds: 30, share: 0.55, sells: 1, cost: 180_000, title: 'The coffee corner', hotspots: COFFEE },
  knitwear: {
    ...{ seconds: 48, share: 0.3, sells: 0.8, cost: 240_000, title: 'Knitwear, up close' },
    hotspots: [
      ['sweater', 2, 20, 13_900, 0.1, 0.3],
      ['beanie', 12, 30, 3_900, 0.08, 0.4],
      ['scarf', 26, 47, 5_900, 0.05, 0.3],
    ],
  },
  table: {
    ...{ seconds: 64, share: 0.15, sells: 0.35, cost: 320_000, title: 'Laying a table' },
    hotspots: [
      ['mug', 4, 40, 2_400, 0.05, 0.3],
      ['plate', 20, 60, 1_900, 0.04, 0.3],
    ],
  },
};
const EXPERIMENTS = {
  coffee: {
    id: 'opening',
    holdout: 0.1,
    arms: [
      { id: 'control', weight: 1 },
      { id: 'slow-start', weight: 1 },
    ],
  },
  knitwear: {
    id: 'pace',
    arms: [
      { id: 'control', weight: 1 },
      { id: 'same', weight: 1 },
    ],
  },
};
const CATEGORIES = { beans: 'coffee', mug: 'table', plate: 'table', lamp: 'living', armchair: 'living' };
const SHIPPING = [0, 490, 990];

const tokenPart = (text) => encodeURIComponent(text).replaceAll('.', '~2E').replaceAll('%', '~');

/**
 * @param url of the server, without a slash at its end
 * @param options.viewers how many people come
 * @returns how much was told
 */
export async function tellSeason(url, { seed = 7, viewers = 2500, site = 'morrow', now = Date.now() } = {}) {
  const random = seeded(seed);
  const chance = (p) => random() < p;
  const hex = (digits) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const eventId = (atMs) =>
    `${Math.floor(atMs)
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  const [batches, orders, refunds] = [{ [BROWSER]: [], [BOT]: [] }, [], []];

  const post = async (path, body, agent = BROWSER) => {
    const headers = { 'Content-Type': 'text/plain', 'User-Agent': agent };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok || answer.rejected?.length) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  };

  for (let index = 0; index < viewers; index++) {
    const pick = random();
    const videoId = pick < FILMS.coffee.share ? 'coffee' : pick < 1 - FILMS.table.share ? 'knitwear' : 'table';
    const film = FILMS[videoId];
    const viewerId = `p${index}`;
    const isBot = chance(0.03);
    // more came lately
    const startMs = now - 6.8 * DAY_MS + 6.6 * DAY_MS * random() ** 0.8;
    const common = {
      ...{ viewerId, idScope: 'persistent', sessionId: `s${index}`, viewId: `w${index}`, videoId },
      surface: chance(0.7) ? 'product-hero' : 'home',
      campaign: chance(0.4) ? { source: 'mail', medium: 'newsletter' } : { source: 'social', medium: 'post' },
    };
    const experiment = EXPERIMENTS[videoId];
    const arm = experiment && (chance(experiment.holdout ?? 0) ? 'holdout' : experiment.arms[chance(0.5) ? 0 : 1].id);
    if (experiment) Object.assign(common, { experiment: experiment.id, arm });
    const events = [];
    let seq = 0;
    const tell = (type, afterMs, fields) => {
      const atMs = startMs + afterMs;
      events.push({ ...common, eventId: eventId(atMs), seq: seq++, type, atMs, ...fields });
    };
    tell('player_opportunity', 0, { visibleMs: 1500 });
    const bought = [];
    const appeal = (arm === 'slow-start' ? 0.4 : 1) * film.sells;
    if (arm !== 'holdout' && chance(arm === 'slow-start' ? 0.6 : 0.72)) {
      tell('view_start', 800, { autoplay: false, muted: false });
      const watchedMs = Math.min(film.seconds * 1000, Math.round(4000 - Math.log(1 - random()) * film.seconds * 700));
      for (let fromMs = 0; fromMs < watchedMs; fromMs += 10_000)
        tell('playback', 1000 + fromMs, { fromMs, toMs: Math.min(watchedMs, fromMs + 10_000), rate: 1 });
      if (chance(0.18) && watchedMs > 12_000)
        tell('playback', 1000 + watchedMs, { fromMs: 5000, toMs: Math.min(12_000, watchedMs), rate: 1 });
      for (const [productId, from, to, unitMinor, clicks, buys] of film.hotspots) {
        if (watchedMs < from * 1000 + 1000) continue;
        const range = { fromMs: from * 1000, toMs: Math.min(watchedMs, to * 1000) };
        const hotspotId = `${productId}-1`;
        tell('hotspot_exposure', range.toMs, { hotspotId, productId, ...range });
        if (!chance(clicks)) continue;
        // most click as it comes near
        const peak = productId === 'mug' ? 0.4 : 0.6;
        const place = chance(0.6) ? peak + (random() - 0.5) * 0.08 : random();
        const positionMs = Math.round(range.fromMs + (range.toMs - range.fromMs) * Math.min(0.99, Math.max(0, place)));
        const via = chance(0.85) ? 'hotspot' : 'list';
        tell('hotspot_click', positionMs, { hotspotId, productId, positionMs, via });
        tell('product_view', positionMs + 80, { productId });
        const slip = chance(productId === 'armchair' ? 0.55 : 0.12);
        const ms = slip ? 300 + Math.floor(random() * 500) : 1500 + Math.floor(random() * 14_000);
        tell('product_dwell', positionMs + 80 + ms, { productId, ms });
        if (slip || !chance(Math.min(1, buys * appeal * 1.6))) continue;
        const token = `sv1.${videoId}.${common.viewId}.${tokenPart(hotspotId)}.${positionMs.toString(36)}..${experiment?.id ?? ''}.${tokenPart(arm ?? '')}.${Math.round(startMs + positionMs).toString(36)}`;
        const line = { productId, unitMinor, quantity: 1, currency: 'EUR', positionMs, token };
        tell('cart_change', positionMs + ms + 500, line);
        bought.push({ productId, minor: unitMinor, quantity: 1, token });
      }
    }
    // some would have bought without any film
    if (chance(0.012)) bought.push({ productId: 'mug', minor: 2_400, quantity: 1 });
    if (bought.length && !isBot) {
      const shippingMinor = SHIPPING[Math.floor(random() * 3)];
      const { viewId: _view, videoId: _video, ...ofPage } = common;
      const step = (name, afterMs, fields) => {
        const atMs = startMs + afterMs;
        events.push({ ...ofPage, eventId: eventId(atMs), type: 'checkout_step', atMs, step: name, ...fields });
      };
      const stays = chance(0.7);
      if (stays) step('begin_checkout', 120_000, {});
      const goesOn = stays && chance(0.9 - shippingMinor / 2500);
      if (stays) step('add_shipping_info', 150_000, { shippingMinor, currency: 'EUR' });
      if (goesOn) step('add_payment_info', 180_000, {});
      if (goesOn && chance(0.9)) {
        const orderId = `o${index}`;
        const placedAt = new Date(startMs + 240_000).toISOString();
        orders.push({ orderId, placedAt, currency: 'EUR', viewerId, lines: bought });
        if (chance(0.06)) {
          const [{ productId, minor }] = bought;
          const refundedAt = new Date(Math.min(now, startMs + 2 * DAY_MS)).toISOString();
          refunds.push({
            refundId: 'r1',
            orderId,
            refundedAt,
            currency: 'EUR',
            lines: [{ productId, quantity: 1, minor }],
          });
        }
      }
    }
    // one in a hundred gets lost, but the last of a view, which tells of it
    const arrived = events.filter((_, at) => at === events.length - 1 || !chance(0.01));
    batches[isBot ? BOT : BROWSER].push(...arrived.filter(({ atMs }) => atMs < now));
  }

  const videos = Object.entries(FILMS).map(([videoId, { title, cost }]) => {
    return { videoId, title, costMinor: cost, currency: 'EUR' };
  });
  const known = [...new Set(Object.values(FILMS).flatMap(({ hotspots }) => hotspots.map(([id]) => id)))];
  await post('/v1/catalog', {
    site,
    videos,
    products: known.map((productId) => ({ productId, category: CATEGORIES[productId] ?? 'home', margin: 0.42 })),
    inventory: known.map((productId, index) => {
      return { productId, day: new Date(now).toISOString().slice(0, 10), stock: index % 3 ? 900 : 4 };
    }),
    segments: [
      { videoId: 'coffee', segment: 'corner', label: 'The corner', fromMs: 0, toMs: 4400, host: 'Mira' },
      { videoId: 'coffee', segment: 'coffee', label: 'Coffee and beans', fromMs: 4400, toMs: 12_800, host: 'Jonas' },
    ],
    experiments: Object.values(EXPERIMENTS),
  });
  let sent = 0;
  for (const [agent, events] of Object.entries(batches)) {
    events.sort((a, b) => a.atMs - b.atMs);
    for (let at = 0; at < events.length; at += 500) {
      const batch = { schema: 'shoppable.beacon/1', sdk: 'season', site, batchId: `b${sent}`, sentAtMs: now };
      await post('/v1/beacons', { ...batch, events: events.slice(at, at + 500) }, agent);
      sent += 1;
    }
  }
  if (orders.length) await post('/v1/orders', { site, orders });
  if (refunds.length) await post('/v1/refunds', { site, refunds });
  const events = Object.values(batches).reduce((sum, list) => sum + list.length, 0);
  return { events, orders: orders.length, refunds: refunds.length };
}
