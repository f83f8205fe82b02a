import { meet } from '../../support/accessible-tree.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { askedFor, click, focused, inside, next, press, until } from '../../support/page.js';
import { hls, mp4 } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { card, heard, hotspotOf, mount, videoOf } from '../support/players.js';
import { difference, film, pictureOf, preferReducedData, saveData, stillsOf } from '../support/stills.js';

const settings: { restore(): void }[] = [];
const asking = (ask: () => { restore(): void }) => settings.push(ask());
afterEach(() => {
  for (const setting of settings.splice(0)) setting.restore();
});

/** Sources that no other test asks for, so that the server can tell who did. */
let films = 0;
const ownSources = () => {
  films += 1;
  const mark = `saving-${films}-${Date.now()}`;
  return { mark, sources: [hls, mp4].map(({ src, type }) => ({ src: `${src}?${mark}`, type })) };
};

describe('a shopper whose browser saves data', () => {
  for (const [what, ask] of [
    ['by Save-Data', saveData],
    ['by prefers-reduced-data', preferReducedData],
  ] as const) {
    it(`sees pictures with hotspots, and no media is asked for: ${what}`, async () => {
      asking(ask);
      const { mark, sources } = ownSources();
      const player = await mount(film({ sources }));
      await click(inside(player, '[part=play]')!);
      await stillsOf(player);
      const picture = await pictureOf(player);
      await hotspotOf(player, 'mug');
      equal(picture.getAttribute('role'), 'img', 'role');
      equal(picture.getAttribute('aria-label'), 'Picture from the video, 0:00, Stoneware mug', 'name');
      const [off, other] = [await difference(picture, 0, 0), await difference(picture, 320, 0)];
      ok(off < 0.03 && other > 3 * off, `It is the first still: ${off} from that, ${other} from the next.`);
      ok(inside(player, '.stills .note')!.textContent!.includes('to save your data'), 'It says why.');
      equal(player.paused, true, 'paused');
      equal(player.duration, 6, 'duration');
      await click(inside(player, '.stills .step.on')!);
      await until(() => player.currentTime === 1.5, 'the second still');
      await new Promise((resolve) => setTimeout(resolve, 500));
      deepEqual(await askedFor(mark), [], 'asked for at the server');
      ok(!videoOf(player).currentSrc, 'The media has no source.');
    });
  }

  it('is never played to by itself', async () => {
    asking(saveData);
    const { mark, sources } = ownSources();
    const player = await mount(film({ sources }), { autoplay: '' });
    await until(() => inside(player, '.count'), 'the poster');
    await new Promise((resolve) => setTimeout(resolve, 500));
    ok(inside(player, '[part=play]:not(.busy)'), 'The play button waits.');
    deepEqual(await askedFor(mark), [], 'asked for at the server');
  });

  it('can play the film all the same, from the moment that is shown', async () => {
    asking(saveData);
    const { mark, sources } = ownSources();
    const player = await mount(film({ sources }));
    await click(inside(player, '[part=play]')!);
    await stillsOf(player);
    player.currentTime = 4.6;
    equal(player.currentTime, 4.5, 'the nearest still');
    await click(inside(player, '.stills .note button')!);
    equal(player.currentTime, 4.5, 'time while it loads');
    ok(inside(player, '.stills canvas'), 'The picture stays until the film is there.');
    const video = videoOf(player);
    await until(() => !player.paused && video.currentTime > 4.6, 'it plays');
    ok(video.currentTime < 6.1 && player.state.get().engine !== 'stills', 'from there');
    ok(!inside(player, '.stills'), 'The pictures are gone.');
    equal(video.style.visibility, '', 'visibility');
    ok((await askedFor(mark)).length, 'It was asked for at the server.');
    await until(() => player.ended, 'the end');
  });

  it('play() brings the pictures, and the film when it is called again', async () => {
    asking(saveData);
    const player = await mount(film());
    await player.play();
    equal(player.state.get().engine, 'stills', 'engine');
    equal(player.paused, true, 'paused');
    await player.play();
    await until(() => !player.paused && player.currentTime > 0.2, 'it plays');
    ok(!inside(player, '.stills'), 'The pictures are gone.');
  });

  it('is shown the moment of a product on the shelf, and not the film', async () => {
    asking(saveData);
    const { mark, sources } = ownSources();
    const player = await mount(film({ sources }), { id: 'film' });
    const shelf = await mountPart('shoppable-shelf', { for: 'film' });
    const jump = async (id: string) =>
      (await one(shelf, `li:has([data-product-id=${id}]) .jump`)).dispatchEvent(new MouseEvent('click'));
    await jump('lamp');
    await stillsOf(player);
    await hotspotOf(player, 'lamp');
    equal(player.currentTime, 5.5, 'time');
    await jump('mug');
    await hotspotOf(player, 'mug');
    equal(player.currentTime, 0.5, 'time');
    deepEqual(await askedFor(mark), [], 'asked for at the server');
  });

  it('buys with the keyboard alone', async () => {
    asking(saveData);
    const player = await mount(film(), { consent: 'granted' });
    const records = heard(player, 'shoppable-beacon');
    player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
    inside(player, '[part=play]')!.focus();
    await press('Enter');
    await stillsOf(player);
    await until(() => focused()?.matches('.step.on'), 'the focus on the way on');
    const hotspot = await hotspotOf(player, 'mug');
    await until(() => records.some(({ record }) => record.type === 'hotspot_exposure'), 'the exposure');
    await press('Enter');
    equal(player.currentTime, 1.5, 'time after a step');
    hotspot.focus();
    await press('Enter');
    await card(player);
    equal(player.paused, true, 'paused');
    inside(player, '[part=add-to-cart]')!.focus();
    const changed = next(player, 'shoppable-cart-changed');
    await press('Enter');
    equal((await changed).lines[0]!.productId, 'mug', 'in the cart');
    await press('Escape');
    await until(() => !player.state.get().open, 'the card is closed');
    await until(() => records.some(({ record }) => record.type === 'product_dwell'), 'the records');
    const types = [...new Set(records.map(({ record }) => record.type))].filter(
      (type) => type !== 'player_opportunity',
    );
    deepEqual(
      types.sort(),
      ['cart_change', 'hotspot_click', 'hotspot_exposure', 'product_dwell', 'product_view'],
      'recorded, and no view and no watching',
    );
    const exposures = records.flatMap(({ record }) => (record.type === 'hotspot_exposure' ? record : []));
    deepEqual([exposures[0]!.fromMs, exposures[0]!.toMs], [500, 500], 'of no length in the film');
  });

  it('has the products where the film has no pictures, over its poster', async () => {
    asking(saveData);
    const { mark, sources } = ownSources();
    const player = await mount(film({ sources, storyboard: undefined }, { poster: '/test/support/media/poster.png' }));
    await click(inside(player, '[part=play]')!);
    await stillsOf(player);
    ok(inside(player, 'img.poster')!.getBoundingClientRect().width > 600, 'The poster is seen.');
    equal(player.shadowRoot!.querySelectorAll('.goods button').length, 2, 'products');
    await meet('list', 'Products in this video');
    equal(inside(player, '.hotspots')!.getBoundingClientRect().width, 0, 'hotspots, which would lie anywhere');
    const clicked = next(player, 'shoppable-hotspot-clicked');
    const button = inside(player, '.goods [data-product-id=lamp]')!;
    await click(button);
    const { hotspotId, via } = await clicked;
    deepEqual([hotspotId, via], ['lamp-spot', 'list'], 'what is told');
    await card(player);
    player.closeProduct();
    await until(() => focused() === button, 'the focus is back');
    deepEqual(await askedFor(mark), [], 'asked for at the server');
    await click(inside(player, '.stills .note button')!);
    await until(() => !player.paused && player.currentTime > 0.2, 'it plays');
    equal(inside(player, 'img.poster')!.getBoundingClientRect().width, 0, 'the poster');
  });

  it('opens with a product, and without the film', async () => {
    asking(saveData);
    const { mark, sources } = ownSources();
    const player = await mount(film({ sources }), { product: 'lamp' });
    await card(player);
    equal(player.state.get().engine, 'stills', 'engine');
    deepEqual(await askedFor(mark), [], 'asked for at the server');
  });

  it('is not offered what is no use: sound and captions', async () => {
    asking(saveData);
    const tracks = [{ kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' }];
    const player = await mount(film({ tracks }));
    await player.play();
    await stillsOf(player);
    for (const part of ['mute', 'captions-toggle'])
      equal(inside(player, `[part=${part}]`)!.getBoundingClientRect().width, 0, part);
    await player.play();
    await until(() => inside(player, '[part=mute]')!.getBoundingClientRect().width > 0, 'sound again');
  });

  it('a player that goes while the pictures come leaves no error', async () => {
    asking(saveData);
    const failed: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => failed.push(event.reason);
    addEventListener('unhandledrejection', hear);
    try {
      for (const ms of [0, 20, 60, 120]) {
        const player = await mount(film());
        player.play().catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, ms));
        player.remove();
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      deepEqual(failed.map(String), [], 'rejections');
    } finally {
      removeEventListener('unhandledrejection', hear);
    }
  });
});
