import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { COFFEE, click, focused, inside, press, surroundWithLinks, until } from '../../support/page.js';
import { hls, manifestOf, mp4 } from '../support/manifest.js';
import { choose, offered, openMenu, openPage, option, toggle } from '../support/menu.js';
import { mount, play, videoOf } from '../support/players.js';

const SUPPORT = '/test/browser/support';
const tracks = [
  { kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' },
  { kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'de', label: 'Deutsch' },
  { kind: 'chapters' as const, src: `${SUPPORT}/chapters.vtt`, lang: 'en', label: 'Chapters' },
];
const film = (sources = [mp4]) => manifestOf({ media: { sources, tracks } });

const rows = (player: ShoppableVideo) =>
  [...player.shadowRoot!.querySelectorAll<HTMLElement>('.menu [data-page]')].map(({ dataset }) => dataset.page);
const isOpen = (player: ShoppableVideo) => Boolean(inside(player, '.menu'));
const value = (player: ShoppableVideo, page: string) =>
  until(() => inside(player, `[data-page=${page}] .value`)?.textContent, `what ${page} is`);

async function playing(sources = [mp4], attributes: Record<string, string | undefined> = {}) {
  const player = await mount(film(sources), attributes);
  await play(player);
  player.pause();
  await until(() => player.state.get().paused, 'the film is paused');
  return player;
}

describe('the settings menu', () => {
  it('lists what there is to choose, and says what is chosen', async () => {
    const player = await playing();
    const button = await until(() => toggle(player), 'its button');
    equal(button.getAttribute('aria-expanded'), 'false', 'expanded before');
    await openMenu(player);
    await until(() => inside(player, '[data-page=chapters]'), 'the chapters have been read');
    deepEqual(rows(player), ['chapters', 'captions', 'speed'], 'settings of an MP4');
    equal(await value(player, 'captions'), 'Off', 'captions');
    equal(await value(player, 'speed'), '1×', 'speed');
    equal(toggle(player).getAttribute('aria-expanded'), 'true', 'expanded');
    await click(toggle(player));
    await until(() => !isOpen(player), 'its button closes it');
    equal(toggle(player).getAttribute('aria-expanded'), 'false', 'expanded after');
  });

  it('turns on the captions of a language, which the C key turns off', async () => {
    const player = await playing();
    await openPage(player, 'captions');
    deepEqual(offered(player), ['Off', 'English', 'Deutsch'], 'captions');
    await choose(player, 'Deutsch');
    await until(() => player.state.get().captions === 1, 'the second track is on');
    equal(await value(player, 'captions'), 'Deutsch', 'captions');
    equal(inside(player, '[part=captions-toggle]')!.getAttribute('aria-pressed'), 'true', 'the button in the bar');
    await press('c');
    await until(() => player.state.get().captions === -1, 'C turns them off');
    equal(await value(player, 'captions'), 'Off', 'captions after C');
  });

  it('works by keys alone: arrows, Home and End, Enter and the space bar, Escape', async () => {
    const player = await playing();
    toggle(player).focus();
    await press('Enter');
    await until(() => focused()?.matches('.menu [data-page]'), 'an item has the focus');
    await until(() => rows(player).length === 3, 'the chapters have been read');
    await press('Home');
    ok(focused()!.matches('[data-page=chapters]'), 'Home goes to the first.');
    await press('ArrowDown');
    ok(focused()!.matches('[data-page=captions]'), 'Down goes to the next.');
    await press('ArrowUp');
    await press('ArrowUp');
    const items = [...inside(player, '.menu')!.querySelectorAll<HTMLElement>('.row')];
    ok(focused() === items.at(-1), 'Up goes from the first to the last.');
    await press('End');
    ok(focused() === items.at(-1), 'End goes to the last.');
    inside(player, '[data-page=speed]')!.focus();
    equal(player.volume, 1, 'the volume, which arrows set elsewhere');
    await press('ArrowRight');
    await until(() => focused()?.matches('[aria-checked=true]'), 'the speed that is chosen has the focus');
    equal(focused()!.textContent!.trim(), '1×', 'speed');
    await press('ArrowRight');
    equal(focused()!.textContent!.trim(), '1.25×', 'the next one');
    equal(player.playbackRate, 1, 'Nothing is chosen yet.');
    await press('ArrowDown');
    await press(' ');
    await until(() => player.playbackRate === 1.5, 'the space bar chooses');
    await until(() => focused()?.matches('[data-page=speed]'), 'it is back where it came from');
    equal(await value(player, 'speed'), '1.5×', 'speed');
    await press('Enter');
    await until(() => focused()?.textContent?.trim() === '1.5×', 'the chosen one has the focus');
    await press('Escape');
    await until(() => focused()?.matches('[data-page=speed]'), 'Escape goes a level up');
    ok(isOpen(player), 'It is open still.');
    await press('ArrowUp');
    await press('Enter');
    await until(() => inside(player, '.menu .back'), 'the captions');
    await press('ArrowLeft');
    await until(() => focused()?.matches('[data-page=captions]'), 'Left goes a level up');
    await press('Escape');
    await until(() => !isOpen(player), 'Escape closes it');
    ok(focused() === toggle(player), 'Its button has the focus again.');
    equal(player.currentTime, videoOf(player).currentTime, 'time');
  });

  it('says what it is: a menu of items, each with its name and state', async () => {
    const player = await playing();
    equal(toggle(player).getAttribute('aria-haspopup'), 'menu', 'button');
    const menu = await openMenu(player);
    const said = () => [menu.getAttribute('role'), menu.getAttribute('aria-label')];
    deepEqual(said(), ['menu', 'Settings'], 'menu');
    equal(toggle(player).getAttribute('aria-controls'), menu.id, 'what the button opens');
    await openPage(player, 'captions');
    deepEqual(said(), ['menu', 'Captions'], 'menu of the captions');
    const items = [...menu.querySelectorAll('[role=menuitemradio]')];
    deepEqual(
      items.map((item) => [item.textContent!.trim(), item.getAttribute('aria-checked')]),
      [
        ['Off', 'true'],
        ['English', 'false'],
        ['Deutsch', 'false'],
      ],
      'captions',
    );
  });

  it('closes as Tab leaves it', async () => {
    const player = await playing();
    const links = surroundWithLinks(player);
    toggle(player).focus();
    await press('Enter');
    await until(() => focused()?.matches('.menu [data-page]'), 'an item has the focus');
    await press('Tab');
    await until(() => !isOpen(player), 'it is closed');
    ok(focused() === inside(player, '[part=fullscreen]'), 'The next control has the focus.');
    for (const link of Object.values(links)) link.remove();
  });

  it('goes to a chapter, and marks the one that is on', async () => {
    const player = await playing();
    await openPage(player, 'chapters');
    deepEqual(offered(player), ['The corner', 'Cups & mugs', 'The end'], 'chapters');
    equal((await option(player, 'The corner')).getAttribute('aria-checked'), 'true', 'the first is on');
    await choose(player, 'The end');
    await until(() => Math.abs(player.currentTime - 4.5) < 0.1, 'the last chapter begins');
    ok(!isOpen(player), 'The picture can be seen.');
    await openMenu(player);
    equal(await value(player, 'chapters'), 'The end', 'chapter');
  });

  it('closes with a press on the picture, which then means nothing else', async () => {
    const player = await playing();
    await openMenu(player);
    await click(inside(player, '.touch')!);
    await until(() => !isOpen(player), 'it is closed');
    ok(player.paused, 'It does not play.');
    await openMenu(player);
    await click(inside(player, '[part=play-pause]')!);
    await until(() => !player.paused, 'a control still does what it does');
    ok(!isOpen(player), 'It is closed.');
  });

  it('closes for the list and for a card', async () => {
    const player = await playing();
    await openMenu(player);
    await click(inside(player, '[part=scene-toggle]')!);
    await until(() => inside(player, '.scene') && !isOpen(player), 'the list is there in its place');
    await openMenu(player);
    await until(() => !inside(player, '.scene'), 'and the other way round');
    await player.openProduct('mug');
    await until(() => !isOpen(player), 'a card closes it');
  });

  it('can be used in 280 × 158 pixels, right to left: nothing is cut, and everything is large enough', async () => {
    const player = await playing([mp4], { style: 'width:280px', dir: 'rtl' });
    const box = player.getBoundingClientRect();
    equal(Math.round(box.height), 158, 'height');
    const bar = [...player.shadowRoot!.querySelectorAll<HTMLElement>('.controls > button')].filter(
      (button) => button.getClientRects().length,
    );
    deepEqual(
      bar.map((button) => Math.round(button.getBoundingClientRect().top - bar[0]!.getBoundingClientRect().top)),
      bar.map(() => 0),
      'the buttons of the bar below one another',
    );
    const menu = await openMenu(player);
    await until(() => inside(player, '[data-page=chapters]'), 'the chapters have been read');
    equal(getComputedStyle(menu).direction, 'rtl', 'direction');
    for (const button of menu.querySelectorAll<HTMLElement>('button')) {
      button.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
      ok(width >= 44 && height >= 44, `${button.textContent} is ${width} × ${height}`);
      ok(
        left >= box.left && right <= box.right && top >= box.top - 1 && bottom <= box.bottom + 1,
        `${button.textContent} is cut`,
      );
    }
    inside(player, '[data-page=chapters]')!.scrollIntoView({ block: 'nearest' });
    await click(inside(player, '[data-page=chapters]')!);
    await choose(player, 'The end');
    await until(() => Math.abs(player.currentTime - 4.5) < 0.1, 'the last chapter begins');
    await openMenu(player);
    await click(inside(player, '.menu .close')!);
    await until(() => !isOpen(player), 'it can be closed where its button is below it');
  });

  it('is left as it was when the player is taken away and comes back', async () => {
    const player = await playing();
    await openMenu(player);
    player.remove();
    await until(() => !inside(player, 'video'), 'it is over');
    document.body.append(player);
    await play(player);
    ok(!isOpen(player), 'It is closed.');
    await openMenu(player);
  });
});

describe('the quality', () => {
  const coffee = `${COFFEE}/coffee.m3u8`;
  const renditions = [{ src: coffee, type: hls.type }];

  it('is chosen among the renditions that hls.js has', async function () {
    this.timeout(40_000);
    const player = await mount(film(renditions), { engine: 'hls', style: 'width:640px' });
    await play(player);
    await openPage(player, 'quality');
    deepEqual(offered(player), ['Automatic', '720p', '360p'], 'qualities');
    for (const [words, lines] of [
      ['360p', 360],
      ['720p', 720],
    ] as const) {
      await choose(player, words);
      await until(() => videoOf(player).videoHeight === lines, `the picture has ${lines} lines`, 12_000);
      equal(await value(player, 'quality'), words, 'quality');
      await click(inside(player, '[data-page=quality]')!);
    }
    await choose(player, 'Automatic');
    equal(player.state.get().qualities?.chosen, -1, 'quality');
  });

  it('is not offered where there is one, nor for what the browser plays by itself', async () => {
    const one = await mount(film([hls]), { engine: 'hls' });
    await play(one);
    equal(one.state.get().engine, 'hls', 'engine');
    await openMenu(one);
    ok(!rows(one).includes('quality'), `One rendition: ${rows(one)}`);
    one.remove();
    const native = await mount(film(renditions), { engine: 'native' });
    await play(native);
    if (native.state.get().engine !== 'native') return; // this engine has no HLS of its own
    await openMenu(native);
    ok(!rows(native).includes('quality'), `Native HLS: ${rows(native)}`);
  });
});
