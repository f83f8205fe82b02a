import type { BeaconEvent, PageEvent } from '../schema/beacon.js';
import { clicks, SHOPS } from './chances.js';
import { type CheckedOut, checkOut } from './checkout.js';
import { choose, clickChance } from './choosing.js';
import type { Draw } from './draw.js';
import { type Assignment, assign, type Identity, someone } from './identity.js';
import { HOUR_MS, MINUTE_MS } from './options.js';
import { PRODUCTS, type ProductId } from './shop/products.js';
import type { Video } from './shop/video.js';
import { type Item, itemOf, shop } from './shopping.js';
import { createView } from './view.js';
import { play, watchedS } from './watching.js';

/** What one person leaves behind. */
export interface Story {
  /** Events of each view, in their order. */
  readonly views: readonly (readonly BeaconEvent[])[];
  readonly steps: readonly PageEvent[];
  readonly bought: readonly Bought[];
}

export interface Bought {
  readonly atMs: number;
  readonly viewerId?: string;
  readonly items: readonly Item[];
}

const COMES_BACK = 0.2;
/** Who has put something in the cart and goes to the checkout another day. */
const SLEEPS_ON_IT = 0.2;
/** Finds something else in the shop on the way to the checkout. */
const ADDS_MORE = 0.15;
/** Clicks nothing over the picture, but opens a product from the list. */
const LISTS = 0.04;
/** Watches what was just seen once more. */
const REWATCHES = 0.15;

/** Somebody comes to a page with a video. */
export function tellOf(video: Video, atMs: number, endMs: number, draw: Draw): Story {
  const who = someone(draw, atMs);
  const assigned = assign(video, who);
  const views: (readonly BeaconEvent[])[] = [];
  const carts: { items: readonly Item[]; who: Identity; atMs: number }[] = [];

  const first = createView(video, who, assigned, atMs, draw);
  first.record(atMs, { type: 'player_opportunity', visibleMs: 1000 });
  const playsIt = !assigned.isHeldOut && draw.happens(video.plays);
  if (playsIt) {
    const startMs = atMs + draw.about(2500);
    first.record(startMs, { type: 'view_start', autoplay: false, muted: false });
    const { cart, untilMs } = watchAndShop(first, startMs, draw);
    const more = cart.length && draw.happens(ADDS_MORE) ? [anything(draw)] : [];
    if (cart.length) carts.push({ items: [...cart, ...more], who, atMs: checkoutAt(untilMs, who, endMs, draw) });
  }
  views.push(first.events());
  if (playsIt && who.viewerId && draw.happens(COMES_BACK)) views.push(again(video, who, assigned, atMs, draw));
  if (draw.happens(SHOPS))
    carts.push({ items: [anything(draw)], who: later(who, atMs, draw), atMs: atMs + draw.between(1, 20) * HOUR_MS });

  const bought: Bought[] = [];
  const steps: PageEvent[] = [];
  for (const cart of carts) {
    const isOfVideo = cart.items[0]!.token !== undefined;
    if (isOfVideo && !draw.happens(cart.items[0]!.product.checksOut)) continue;
    const done: CheckedOut = checkOut(cart.who, cart.items, cart.atMs, draw);
    steps.push(...done.steps);
    if (done.orderedMs) bought.push({ atMs: done.orderedMs, viewerId: who.viewerId, items: cart.items });
  }
  return { views, steps, bought };
}

function watchAndShop(view: ReturnType<typeof createView>, startMs: number, draw: Draw) {
  const { video, assigned } = view;
  const none = { cart: [] as readonly Item[], untilMs: startMs };
  const watchedFor = watchedS(video, draw);
  const watched = Math.round(watchedFor * 1000);
  if (draw.happens(clickChance(video, clicks(video, assigned.arm), watchedFor))) {
    const choice = choose(video, watchedFor, draw);
    const { hotspot, positionMs } = choice;
    play(view, startMs, 0, watched, hotspot);
    const clickedMs = startMs + positionMs;
    view.record(clickedMs, {
      type: 'hotspot_click',
      hotspotId: hotspot.id,
      productId: hotspot.product,
      positionMs,
      via: 'hotspot',
    });
    return shop(view, choice, clickedMs + 100, draw);
  }
  play(view, startMs, 0, watched);
  if (draw.happens(REWATCHES)) play(view, startMs + watched, Math.max(0, watched - 8000), watched);
  if (draw.happens(LISTS)) {
    const { product } = draw.oneOf(video.hotspots.map((hotspot) => [hotspot, 1] as const));
    const at = startMs + watched + 500;
    const ms = Math.round(draw.about(5000));
    view.record(at, { type: 'hotspot_click', productId: product, positionMs: watched, via: 'list' });
    view.record(at + 100, { type: 'product_view', productId: product });
    view.record(at + ms, { type: 'product_dwell', productId: product, ms });
  }
  return none;
}

/** Another day, to look at it once more. */
function again(video: Video, who: Identity, assigned: Assignment, atMs: number, draw: Draw): BeaconEvent[] {
  const at = atMs + draw.between(20, 140) * HOUR_MS;
  const view = createView(video, { ...who, sessionId: draw.id(at) }, assigned, at, draw);
  view.record(at, { type: 'player_opportunity', visibleMs: 1000 });
  view.record(at + 1500, { type: 'view_start', autoplay: false, muted: false });
  play(view, at + 1500, 0, Math.round(watchedS(video, draw) * 1000));
  return view.events();
}

/** Mostly at once; who has an id may come back for it. */
function checkoutAt(atMs: number, { viewerId }: Identity, endMs: number, draw: Draw): number {
  const laterMs = atMs + draw.between(2, 60) * HOUR_MS;
  const sleeps = viewerId !== undefined && draw.happens(SLEEPS_ON_IT) && laterMs < endMs;
  return sleeps ? laterMs : atMs + draw.about(MINUTE_MS);
}

const later = (who: Identity, atMs: number, draw: Draw): Identity => ({ ...who, sessionId: draw.id(atMs + HOUR_MS) });

const anything = (draw: Draw): Item =>
  itemOf(draw.oneOf(Object.keys(PRODUCTS).map((id) => [id as ProductId, 1] as const)), draw);
