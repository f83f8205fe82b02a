import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, inside, until } from '../../support/page.js';
import { lamp, manifestOf, mp4, mug, still } from '../support/manifest.js';
import { openMenu, toggle } from '../support/menu.js';
import { heard, mount, play, videoOf } from '../support/players.js';

const pip = (window as { documentPictureInPicture?: { readonly window: (Window & typeof globalThis) | null } })
  .documentPictureInPicture;
const film = () =>
  manifestOf({
    media: { sources: [mp4] },
    products: [mug, lamp],
    hotspots: [
      {
        ...still('mug'),
        keyframes: [
          { t: 0, x: 0.2, y: 0.5 },
          { t: 6, x: 0.8, y: 0.5 },
        ],
      },
      still('lamp', 0.7),
    ],
  });

const there = () => pip!.window!.document.querySelector('shoppable-video')!;
const entry = (player: Element) => inside(player, '.menu [part~=pip]');

async function open(player: ShoppableVideo) {
  await openMenu(player);
  await click(await until(() => entry(player), 'the way into a window'));
  await until(() => pip!.window && player.state.get().pip, 'the window is open');
  return pip!.window!;
}

async function closed(player: ShoppableVideo) {
  pip!.window?.close();
  await until(() => !player.state.get().pip && !pip!.window, 'the window is closed');
}

describe('picture-in-picture', () => {
  (pip ? it.skip : it)('is offered where a browser has at least one for the bare video', async () => {
    const player = await mount(film());
    await play(player);
    await openMenu(player);
    await until(() => inside(player, '[data-page=speed]'), 'the menu');
    const can = document.pictureInPictureEnabled && 'requestPictureInPicture' in HTMLVideoElement.prototype;
    equal(Boolean(entry(player)), Boolean(can), 'offered');
  });
});

(pip ? describe : describe.skip)('picture-in-picture with a document', () => {
  let player: ShoppableVideo;

  beforeEach(async () => {
    player = await mount(film(), { style: 'width:640px;--shoppable-accent:rgb(10, 20, 30)', loop: '' });
    await play(player);
  });
  afterEach(() => pip!.window?.close());

  it('takes picture, hotspots, controls and the products of the scene, and plays on', async () => {
    const video = videoOf(player);
    const box = player.getBoundingClientRect().toJSON();
    const stops = heard(player, 'pause');
    const { readyState } = video;
    const view = await open(player);
    ok(video.ownerDocument === view.document, 'The video is in the window.');
    equal(video.readyState >= 3 && readyState >= 3, true, 'it is ready');
    const { currentTime } = video;
    await until(() => video.currentTime > currentTime + 0.3 || video.currentTime < currentTime, 'the film plays on');
    equal(stops.length, 0, 'pauses');
    for (const selector of [
      '[part=play-pause]',
      '.seek input',
      '[part=menu-toggle]',
      '.hotspot',
      '.rail [data-product-id=mug]',
      '.rail [data-product-id=lamp]',
    ])
      await until(() => inside(there(), selector), `${selector} in the window`);
    deepEqual(player.getBoundingClientRect().toJSON(), box, 'its place in the page');
    ok(inside(player, '.stage .problem'), 'The page says where it is.');
    ok(!view.customElements.get('shoppable-video'), 'Nothing is defined there.');
    await closed(player);
  });

  it('has the page’s looks and keeps the parts’ own, those that come later too', async () => {
    document.head.append(
      Object.assign(document.createElement('style'), {
        id: 'own',
        textContent:
          'shoppable-video::part(play-pause) { outline: 5px solid rgb(1, 2, 3) } @media (prefers-color-scheme: dark) { shoppable-video { --shoppable-line: red } } @media (prefers-color-scheme: light) { shoppable-video { --shoppable-line: blue } }',
      }),
    );
    const view = await open(player);
    const look = (selector: string) => view.getComputedStyle(inside(there(), selector)!);
    equal(look('[part=play-pause]').outlineWidth, '5px', 'a part, by the page’s style sheet');
    equal(look('.controls').position, 'absolute', 'the bar');
    equal(view.getComputedStyle(there()).getPropertyValue('--shoppable-accent').trim(), 'rgb(10, 20, 30)', 'a token');
    const line = matchMedia('(prefers-color-scheme: dark)').matches ? 'red' : 'blue';
    equal(view.getComputedStyle(there()).getPropertyValue('--shoppable-line').trim(), line, 'the page’s own colours');
    inside(there(), '.rail [data-product-id=mug]')!.click();
    const card = await until(() => inside(there(), 'dialog.card[open]'), 'the card, in the window');
    equal(view.getComputedStyle(card).boxSizing, 'border-box', 'its sheets');
    ok(
      view.getComputedStyle(card).position !== 'static' && card.getBoundingClientRect().width > 200,
      'They are adopted there.',
    );
    document.querySelector('#own')!.remove();
    await closed(player);
  });

  it('sells: a product is tapped there, and the page’s own listener answers', async () => {
    const orders: string[] = [];
    const sell = (event: HTMLElementEventMap['shoppable-add-to-cart']) => {
      orders.push(event.lines[0]!.productId);
      event.respondWith(true);
    };
    // On an ancestor: the event goes its way through the page.
    document.body.addEventListener('shoppable-add-to-cart', sell as EventListener);
    player.addEventListener('shoppable-add-to-cart', () => {});
    await open(player);
    inside(there(), '.rail [data-product-id=lamp]')!.click();
    (await until(() => inside(there(), '[part=add-to-cart]'), 'the card’s button')).click();
    await until(
      () => inside(there(), '[part=card__outcome]')?.textContent?.includes('Added'),
      'the answer, in the window',
    );
    deepEqual(orders, ['lamp'], 'orders');
    document.body.removeEventListener('shoppable-add-to-cart', sell as EventListener);
    await closed(player);
  });

  it('moves its hotspots with the film there, and here again', async () => {
    const video = videoOf(player);
    const off = (root: Element) => {
      const { picture } = player.state.get();
      const { x, width } = inside(root, '[data-product-id=mug].hotspot')!.getBoundingClientRect();
      const { left } = inside(root, '.hotspots')!.getBoundingClientRect();
      const share = 0.2 + (0.6 * video.currentTime) / 6;
      return Math.abs((x + width / 2 - left - picture.x) / picture.width - share);
    };
    const follows = (root: Element, where: string) =>
      until(() => inside(root, '[data-product-id=mug].hotspot') && off(root) < 0.02, `it is on its product ${where}`);
    player.currentTime = 1;
    await open(player);
    await follows(there(), 'in the window');
    player.currentTime = 3;
    await until(() => !video.seeking, 'it is elsewhere in the film');
    await follows(there(), 'after a jump');
    const before = inside(there(), '[data-product-id=mug].hotspot')!.getBoundingClientRect().x;
    await until(
      () => inside(there(), '[data-product-id=mug].hotspot')!.getBoundingClientRect().x > before + 5,
      'it moves',
    );
    await closed(player);
    await follows(player, 'in the page');
    const here = inside(player, '[data-product-id=mug].hotspot')!.getBoundingClientRect().x;
    await until(
      () => inside(player, '[data-product-id=mug].hotspot')!.getBoundingClientRect().x > here + 5,
      'it moves here',
    );
  });

  it('hears the keys of players there', async () => {
    const view = await open(player);
    const press = (key: string, target: Element = inside(there(), '[part=mute]')!) =>
      target.dispatchEvent(new view.KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    press('k');
    await until(() => player.paused, 'K pauses');
    press('m');
    await until(() => !player.muted, 'M gives sound');
    press('f');
    await until(() => !player.state.get().pip, 'F leads back: the whole player is larger in its page');
  });

  it('comes back by its menu, by the page’s button and by the window’s own, as it was', async () => {
    const view = await open(player);
    (toggle(there()) as HTMLElement).click();
    const back = await until(() => entry(there()), 'the way back, in the menu');
    equal(back.textContent, 'Back to the page', 'words');
    back.click();
    await until(() => !player.state.get().pip, 'the menu closes the window');
    ok(view.closed, 'It is closed.');
    await open(player);
    await click(inside(player, '.problem button')!);
    await until(() => !player.state.get().pip, 'the page’s button closes it');
    await open(player);
    await closed(player);
    equal(player.shadowRoot!.querySelectorAll('.stage').length, 1, 'stages');
    ok(!inside(player, '.problem'), 'The film is in its place.');
    const video = videoOf(player);
    const { currentTime } = video;
    await until(() => video.currentTime !== currentTime && !video.paused, 'it plays on');
    await until(() => Math.round(player.state.get().box.width) === 640, 'it is measured anew');
    await click(inside(player, '[part=play-pause]')!);
    await until(() => player.paused, 'its controls work');
  });

  it('is not stopped by the page scrolling away', async () => {
    await open(player);
    document.body.style.paddingTop = '5000px';
    await new Promise((resolve) => setTimeout(resolve, 300));
    ok(player.state.get().onScreen, 'It is on the screen.');
    await closed(player);
    await until(() => !player.state.get().onScreen, 'Its place is not.');
    document.body.style.paddingTop = '';
  });

  it('closes when the player leaves the page, or another comes', async () => {
    await open(player);
    player.remove();
    await until(() => !pip!.window, 'the window is closed');
    await until(() => !inside(player, 'video'), 'it is over');
    document.body.append(player);
    await play(player);
    await open(player);
    const other = await mount(film());
    await play(other);
    await openMenu(other);
    await click((await until(() => entry(other), 'the way into a window')) as HTMLElement);
    await until(() => other.state.get().pip && !player.state.get().pip, 'the other has it');
    const { currentTime } = videoOf(player);
    await until(() => !player.paused && videoOf(player).currentTime !== currentTime, 'the first plays on in its place');
    ok(inside(player, '.controls') && !inside(other, '.controls'), 'Each is where it says.');
    await closed(other);
  });
});
