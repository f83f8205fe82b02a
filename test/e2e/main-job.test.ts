import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import type { AddToCartEvent } from '../../src/events/add-to-cart.js';
import { parseAttributionToken } from '../../src/schema/parse-attribution-token.js';
import { segmentAt } from '../../src/timeline/segment-at.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { COFFEE, click, inside, mountPlayer, next, press, siteUrl, tabTo, until } from '../support/page.js';

/** How many events of each type the server has taken from this site; those of driven browsers stand apart as bots. */
async function arrived(site: string): Promise<Record<string, number>> {
  const response = await fetch(`/v1/insights/counts?by=type&site=${site}`);
  ok(response.ok, `The server answered ${response.status}.`);
  const { rows } = (await response.json()) as { rows: { type: string; n: number; bots: number }[] };
  return Object.fromEntries(rows.map(({ type, n, bots }) => [type, n + bots]));
}

const nameOf = (player: ShoppableVideo, id: string) =>
  player.state.get().manifest!.products.find((product) => product.id === id)!.name;

/** A player that has never been seen by the server. */
const mount = (site: string, beacon: string) =>
  mountPlayer({
    manifest: `${COFFEE}/manifest.json`,
    beacon,
    consent: 'granted',
    site,
    style: 'display:block;width:720px;aspect-ratio:16/9',
  });

const tellState = (
  player: ShoppableVideo,
  { paused, currentTime, readyState, networkState, src, error }: HTMLVideoElement,
) =>
  JSON.stringify({
    ...{ paused, currentTime, readyState, networkState, src, error: error?.message },
    engine: player.state.get().engine,
    problem: player.state.get().error?.message,
  });

/** Frames were decoded and the media's clock has gone on by two seconds. */
async function played(player: ShoppableVideo): Promise<void> {
  const video = await until(() => inside<HTMLVideoElement>(player, 'video'), 'a <video>');
  await until(
    () => video.currentTime > 2,
    () => `two seconds have played; ${tellState(player, video)}`,
  );
  ok(!video.paused && video.videoWidth > 0, 'The video plays and its picture has a size.');
  ok(video.getVideoPlaybackQuality().totalVideoFrames > 25, 'Frames were decoded.');
}

const hotspot = (player: ShoppableVideo) =>
  until(() => inside(player, 'button.hotspot'), 'a hotspot is over the picture');

const card = (player: ShoppableVideo) => until(() => inside(player, 'dialog.card[open]'), 'the card is open');

const outcome = (player: ShoppableVideo, text: string) =>
  until(() => inside(player, '[part=card__outcome]')?.textContent?.includes(text), `the card says “${text}”`);

describe('from the film to the cart', () => {
  let site: string;
  let player: ShoppableVideo;
  let unmount: () => void;
  beforeEach(() => {
    site = `e2e-${crypto.randomUUID()}`;
  });
  afterEach(() => {
    unmount();
    document.body.replaceChildren();
  });

  it('works with the mouse, and the beacons are in the server', async function () {
    this.timeout(60_000);
    [player, unmount] = await mount(site, '/v1/beacons');
    player.addEventListener('shoppable-add-to-cart', (event: AddToCartEvent) => {
      // the shop has one left
      event.respondWith(Promise.resolve({ status: 'partial', accepted: 1, reason: 'insufficient-stock' }));
    });

    const exposed = next(player, 'shoppable-hotspot-exposed');
    await click(await until(() => inside(player, 'button[part=play]'), 'the play button'));
    await played(player);
    await hotspot(player);
    await exposed;

    const clicked = next(player, 'shoppable-hotspot-clicked');
    await click(await hotspot(player));
    const { productId, hotspotId, via } = await clicked;
    equal(via, 'hotspot', 'via');
    const dialog = await card(player);
    equal(dialog.querySelector('h2')!.textContent!.trim(), nameOf(player, productId), 'name on the card');

    const changed = next(player, 'shoppable-cart-changed');
    await click(dialog.querySelector('[aria-label="One more"]')!);
    await click(dialog.querySelector('[part=add-to-cart]')!);
    const { lines, reply } = await changed;
    equal(lines[0]!.productId, productId, 'product in the cart');
    equal(lines[0]!.quantity, 2, 'quantity that was asked for');
    const token = lines[0]!.properties._shoppable;
    ok(new TextEncoder().encode(token).length < 200, token);
    const sold = parseAttributionToken(token)!;
    deepEqual([sold.videoId, sold.hotspotId], ['coffee', hotspotId], 'what sold it');
    ok(sold.viewId && Math.abs(sold.atMs - Date.now()) < 60_000, 'The view and the time are in it.');
    const { segments } = player.state.get().manifest!;
    equal(sold.segment, segmentAt(segments, sold.positionMs / 1000)?.id, 'the segment of that moment');
    ok(sold.segment, 'There is a segment.');
    equal(reply[0]!.accepted, 1, 'quantity that was accepted');
    await outcome(player, 'Only 1 of 2 could be added.');

    await player.flush();
    const events = await arrived(site);
    equal(events.view_start, 1, 'view_start');
    equal(events.hotspot_click, 1, 'hotspot_click');
    equal(events.product_view, 1, 'product_view');
    equal(events.cart_change, 1, 'cart_change');
    ok(events.hotspot_exposure! >= 1, `hotspot_exposure of ${hotspotId}`);
  });

  it('works with the keyboard, and the beacons reach another origin', async function () {
    this.timeout(60_000);
    const server = await siteUrl();
    ok(new URL(server).origin !== location.origin, 'The server must be another origin.');
    [player, unmount] = await mount(site, `${server}/v1/beacons`);
    player.addEventListener('shoppable-add-to-cart', (event: AddToCartEvent) =>
      event.respondWith(Promise.resolve(true)),
    );

    await until(() => inside(player, 'button[part=play]'), 'the play button');
    await tabTo((element) => element.matches('[part=play]'), 'the play button');
    await press('Enter');
    await played(player);
    await hotspot(player);
    const button = await tabTo((element) => element.matches('.hotspot'), 'a hotspot');
    const { hotspotId, productId } = button.dataset;
    equal(button.getAttribute('aria-label'), nameOf(player, productId!), 'accessible name');

    const clicked = next(player, 'shoppable-hotspot-clicked');
    await press('Enter');
    equal((await clicked).hotspotId, hotspotId!, 'hotspot that was chosen');
    await card(player);
    await tabTo((element) => element.matches('[part=add-to-cart]'), 'the add-to-cart button');
    const changed = next(player, 'shoppable-cart-changed');
    await press('Enter');
    deepEqual(
      (await changed).reply.map(({ status, accepted }) => ({ status, accepted })),
      [{ status: 'added', accepted: 1 }],
      'reply',
    );
    await outcome(player, 'Added to cart: 1 item');

    const closed = next(player, 'shoppable-product-closed');
    await press('Escape');
    await closed;
    await player.flush();
    const events = await arrived(site);
    equal(events.hotspot_click, 1, 'hotspot_click');
    equal(events.cart_change, 1, 'cart_change');
    equal(events.product_dwell, 1, 'product_dwell');
  });
});
