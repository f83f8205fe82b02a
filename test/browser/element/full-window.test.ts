import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, focused, inside, press, until } from '../../support/page.js';
import { manifestOf, mp4 } from '../support/manifest.js';
import { openMenu } from '../support/menu.js';
import { hotspotOf, mount, play } from '../support/players.js';

// As on an iPhone, before anything of the player has looked.
Reflect.deleteProperty(Element.prototype, 'requestFullscreen');

const button = (player: Element) => inside(player, '[part=fullscreen]')!;
const stage = (player: Element) => inside(player, '.stage')!;

/** A page that is long, and does what breaks `position: fixed`. */
function pageAround(player: ShoppableVideo) {
  const article = document.createElement('article');
  article.style.cssText = 'margin-top:700px;transform:translateX(10px);overflow:hidden;position:relative;z-index:1';
  const link = Object.assign(document.createElement('a'), { href: '#', textContent: 'a link of the page' });
  const rest = Object.assign(document.createElement('p'), { textContent: 'the rest' });
  rest.style.height = '3000px';
  const banner = Object.assign(document.createElement('div'), { textContent: 'sticky', inert: true });
  banner.style.cssText = 'position:fixed;inset:0 0 auto;height:60px;z-index:999999';
  player.replaceWith(article);
  article.append(player, link, rest);
  document.body.append(banner);
  return {
    link,
    rest,
    banner,
    remove() {
      article.remove();
      banner.remove();
    },
  };
}

const looks = (page: { rest: Element }, player: Element) => ({
  stage: stage(player).getBoundingClientRect().toJSON(),
  scroll: [window.scrollX, window.scrollY],
  rest: page.rest.getBoundingClientRect().toJSON(),
  width: document.documentElement.scrollWidth,
  height: document.documentElement.scrollHeight,
  style: document.documentElement.getAttribute('style'),
  inert: document.querySelectorAll('[inert]').length,
  state: history.state,
});

async function fills(player: ShoppableVideo) {
  await until(() => player.state.get().fullscreen, 'it fills the window');
  const { x, y, width, height } = stage(player).getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  deepEqual([x, y, width, height].map(Math.round), [0, 0, innerWidth, innerHeight], 'the box');
  for (const [left, top] of [
    [2, 2],
    [innerWidth - 3, 30],
    [2, innerHeight - 3],
    [innerWidth / 2, innerHeight / 2],
  ] as const)
    ok(document.elementFromPoint(left, top) === player, `The player is not on top at ${left}, ${top}.`);
}

describe('full screen where a browser has none', () => {
  let player: ShoppableVideo;
  let page: ReturnType<typeof pageAround>;
  let before: ReturnType<typeof looks>;

  beforeEach(async () => {
    player = await mount(manifestOf({ media: { sources: [mp4] } }));
    page = pageAround(player);
    await play(player);
    window.scrollTo({ top: 500, behavior: 'instant' });
    await until(() => window.scrollY === 500, 'the page is scrolled');
    before = looks(page, player);
  });
  afterEach(() => page.remove());

  /** The page is as it was, to the pixel. */
  async function restored() {
    await until(() => !player.state.get().fullscreen, 'it is in its place again');
    await until(() => !history.state?.shoppableFullWindow, 'its entry in the history is gone');
    deepEqual(looks(page, player), before, 'the page');
    ok(!stage(player).hasAttribute('popover'), 'Nothing of it is left.');
  }

  it('fills the window over everything, and its button leads back to the very same page', async () => {
    await click(button(player));
    await fills(player);
    equal(button(player).getAttribute('aria-label'), 'Exit full screen', 'button');
    await until(() => player.state.get().box.width === window.innerWidth, 'what lies on the picture is measured anew');
    const hotspot = await hotspotOf(player, 'mug');
    const { picture } = player.state.get();
    const { x, width } = hotspot.getBoundingClientRect();
    ok(Math.abs(x + width / 2 - (picture.x + picture.width / 4)) < 3, 'A hotspot is on the picture.');
    deepEqual(page.rest.getBoundingClientRect().height, before.rest.height, 'the page behind');
    await click(button(player));
    await restored();
  });

  it('keeps the focus, and the page behind cannot be scrolled', async () => {
    await click(button(player));
    await fills(player);
    page.link.focus();
    ok(focused() !== page.link, 'The page’s link can’t have the focus.');
    inside(player, '[part=mute]')!.focus();
    ok(focused() === inside(player, '[part=mute]'), 'A control of the player can.');
    equal(getComputedStyle(document.documentElement).overflow, 'hidden', 'the page');
    await click(button(player));
    await restored();
    ok(page.banner.inert, 'What was out of reach before still is.');
    page.link.focus();
    ok(focused() === page.link, 'The link can have the focus again.');
  });

  it('is left with Escape, after the menu has had its own', async () => {
    await press('f');
    button(player).focus();
    if (!player.state.get().fullscreen) await click(button(player));
    await fills(player);
    await openMenu(player);
    await press('Escape');
    await until(() => !inside(player, '.menu'), 'the menu is closed');
    ok(player.state.get().fullscreen, 'It still fills the window.');
    await press('Escape');
    await restored();
  });

  it('is left with the browser’s way back, which leads no further', async () => {
    const { href } = location;
    await click(button(player));
    await fills(player);
    history.back();
    await restored();
    equal(location.href, href, 'address');
  });

  it('leaves an entry alone that the page has made meanwhile', async () => {
    await click(button(player));
    await fills(player);
    history.pushState({ own: true }, '', '#own');
    await click(button(player));
    await until(() => !player.state.get().fullscreen, 'it is in its place again');
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal(location.hash, '#own', 'address');
    history.go(-2);
    await until(() => !location.hash, 'back at the beginning');
  });

  it('gives the page back when the player is taken away', async () => {
    await click(button(player));
    await fills(player);
    player.remove();
    await until(() => !inside(player, 'video'), 'it is over');
    equal(document.documentElement.getAttribute('style'), before.style, 'style');
    equal(document.querySelectorAll('[inert]').length, before.inert, 'what is out of reach');
  });

  it('shows a card, and plays on while the page is turned under it', async () => {
    player.play();
    await click(button(player));
    await fills(player);
    // As after a phone has been turned: the place that it came from is out of sight.
    page.rest.parentElement!.style.marginTop = '4000px';
    await new Promise((resolve) => setTimeout(resolve, 300));
    ok(player.state.get().onScreen, 'It is on the screen.');
    page.rest.parentElement!.style.marginTop = '700px';
    await player.openProduct('mug');
    const card = await until(() => inside(player, 'dialog.card[open]'), 'the card');
    const { right, bottom } = card.getBoundingClientRect();
    ok(right <= window.innerWidth && bottom <= window.innerHeight, 'It is in the window.');
    await player.closeProduct();
    await press('Escape');
    await restored();
  });

  it('does without a top layer', async () => {
    const { showPopover } = HTMLElement.prototype;
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    try {
      page.rest.parentElement!.style.cssText = 'margin-top:700px';
      before = looks(page, player);
      await click(button(player));
      await fills(player);
      await click(button(player));
      await restored();
    } finally {
      HTMLElement.prototype.showPopover = showPopover;
    }
  });
});
