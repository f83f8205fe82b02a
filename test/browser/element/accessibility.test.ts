import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { deepEqual } from '../../support/assert.js';
import { inside, press, until } from '../../support/page.js';
import { hls, lamp, manifestOf, mug, still } from '../support/manifest.js';
import { openMenu } from '../support/menu.js';
import { card, holdAt, mount, play } from '../support/players.js';

const { axe } = globalThis as unknown as { axe: { run(target: Element): Promise<AxeResults> } };

async function clean(player: Element) {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  // what is still coming in is transparent, and would be read as having no contrast
  await until(
    () =>
      (player.shadowRoot as ShadowRoot & DocumentOrShadowRoot)
        .getAnimations()
        .every(({ playState }) => playState !== 'running'),
    'nothing moves',
    3000,
  ).catch(() => {});
  const { violations } = await axe.run(player);
  deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
    [],
    'violations',
  );
}

const options = [{ name: 'Size', values: ['S', 'M'] }];
const variants = [
  { id: 's', options: ['S'] },
  { id: 'm', options: ['M'], availability: 'out-of-stock' as const },
];
const full = {
  ...mug,
  brand: 'Skagen',
  description: 'Thrown by hand.',
  price: { ...mug.price, compareAtMinor: 2400 },
  options,
  variants,
  media: [{ role: 'angle' as const, src: '/test/support/media/poster.png', alt: 'The mug from the side' }],
};
const film = () => manifestOf({ products: [full, lamp], hotspots: [still('mug'), still('lamp', 0.7)] });

describe('axe finds nothing to mend', () => {
  it('on the poster', async () => {
    const player = await mount(film());
    await until(() => inside(player, '.count'), 'the number of products');
    await clean(player);
  });

  it('while it is held', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 1);
    await clean(player);
  });

  for (const width of [640, 320]) {
    it(`with a card open in ${width} pixels`, async () => {
      const player = await mount(film(), { style: `width:${width}px` });
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      await play(player);
      await holdAt(player, 1);
      await player.openProduct('mug');
      await card(player);
      await clean(player);
      inside(player, '[part=add-to-cart]')!.click();
      await until(() => inside(player, '[part=card__outcome]')!.textContent!.includes('Added'), 'the shop’s answer');
      await clean(player);
    });
  }

  it('while it plays', async () => {
    const player = await mount(film(), { loop: '' });
    await play(player);
    await until(() => inside(player, '.announcer')?.textContent, 'the words of the scene');
    await clean(player);
  });

  it('in full screen', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 1);
    inside(player, '[part=play-pause]')!.focus();
    await press('f');
    await until(() => player.state.get().fullscreen, 'full screen');
    await clean(player);
    await openMenu(player);
    await clean(player);
    inside(player, '[part=menu-toggle]')!.click();
    await press('f');
    await until(() => !player.state.get().fullscreen, 'no full screen');
  });

  it('with the list open', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 1);
    inside(player, '[part=scene-toggle]')!.click();
    await until(() => inside(player, '.scene button'), 'the list');
    await clean(player);
  });

  for (const width of [640, 280]) {
    it(`with the menu open in ${width} pixels, on each of its pages`, async () => {
      const tracks = [
        { kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' },
        { kind: 'chapters' as const, src: '/test/browser/support/chapters.vtt', lang: 'en', label: 'Chapters' },
        { kind: 'descriptions' as const, src: '/test/browser/support/descriptions.vtt', lang: 'en', label: 'English' },
      ];
      const player = await mount({ ...film(), media: { sources: [hls], tracks } }, { style: `width:${width}px` });
      await play(player);
      await holdAt(player, 1);
      await openMenu(player);
      await until(() => inside(player, '[data-page=chapters]'), 'the chapters have been read');
      await clean(player);
      for (const page of ['captions', 'descriptions', 'speed', 'chapters']) {
        inside(player, `[data-page=${page}]`)!.click();
        await until(() => inside(player, '.menu .back'), page);
        await clean(player);
        inside(player, '.menu .back')!.click();
      }
    });
  }

  it('when it has failed', async () => {
    const player = await mount({});
    player.play().catch(() => {});
    await until(() => inside(player, '.problem'), 'the message');
    await clean(player);
  });
});
