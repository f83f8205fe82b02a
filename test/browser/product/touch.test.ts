import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, next, until } from '../../support/page.js';
import { finger, needPanning, onTouchScreen, swipe, tap } from '../../support/touch.js';
import { lamp, MEDIA, manifestOf, mug } from '../support/manifest.js';
import { card, heard, holdAt, hotspotOf, mount, play } from '../support/players.js';

const still = (role: 'angle' | 'closeup' | 'lighting', n: number) => ({
  role,
  src: `${MEDIA}/poster.png?${role}${n}`,
  alt: `${role} ${n}`,
});
const cup = {
  ...mug,
  description: 'A mug thrown by hand in Skagen. '.repeat(30),
  media: [
    ...[0, 1, 2, 3].map((n) => still('angle', n)),
    still('closeup', 0),
    still('lighting', 0),
    still('lighting', 1),
  ],
  options: [
    { name: 'Glaze', values: ['Sand', 'Ink'] },
    { name: 'Size', values: ['S', 'L'] },
  ],
  variants: [
    { id: 'sand-s', options: ['Sand', 'S'] },
    { id: 'ink-l', options: ['Ink', 'L'] },
  ],
  complements: ['lamp'],
};

/** A phone's card is a sheet over the page, a desk's lies in the player. */
const SCREENS = [
  { width: 320, height: 640, style: 'width:100%' },
  { width: 800, height: 600, style: 'width:760px' },
];

for (const { width, height, style } of SCREENS) {
  describe(`the card under a finger, ${width} px wide`, () => {
    onTouchScreen(width, height, 'the card');

    async function open() {
      const player = await mount(manifestOf({ products: [cup, lamp], hotspots: [] }), { style });
      await player.openProduct('mug');
      const dialog = (await card(player)) as HTMLDialogElement;
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const shown = () => dialog.querySelector<HTMLElement>('.shown')!;
      const seen = () => dialog.querySelector<HTMLImageElement>('.shown img.seen')!;
      const tab = (role: string) => dialog.querySelector<HTMLElement>(`[role=tab][data-role=${role}]`)!;
      return { player, dialog, shown, seen, tab };
    }
    const into = async (element: Element) => {
      element.scrollIntoView({ block: 'nearest' });
      return element;
    };

    it('opens from a hotspot, pauses, and closes by its button', async () => {
      const player = await mount(manifestOf(), { style });
      await play(player);
      await holdAt(player, 1);
      const clicked = next(player, 'shoppable-hotspot-clicked');
      await tap(await hotspotOf(player, 'mug'));
      equal((await clicked).via, 'hotspot', 'via');
      const dialog = await card(player);
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      await tap(inside(player, '[part=card__close]')!);
      await until(() => !inside(player, 'dialog'), 'it is closed');
    });

    it('turns a product by a swipe, and does not take that for a tap', async () => {
      const { shown, seen, dialog } = await open();
      await swipe(shown(), shown().clientWidth / 4, 2);
      equal(seen().alt, 'angle 1', 'a quarter to the right');
      await swipe(shown(), -shown().clientWidth / 2, 0);
      equal(seen().alt, 'angle 3', 'a half to the left');
      equal(dialog.querySelector('.scroll')!.scrollTop, 0, 'scrolled');
    });

    it('leafs through the pictures of another role, one for a swipe', async () => {
      const { shown, seen, tab } = await open();
      await tap(await into(tab('lighting')));
      equal(seen().alt, 'lighting 0', 'by its tab');
      await swipe(shown(), -shown().clientWidth / 3, 0);
      equal(seen().alt, 'lighting 1', 'next');
      await swipe(shown(), shown().clientWidth / 3, 0);
      equal(seen().alt, 'lighting 0', 'back');
    });

    it('scrolls where the finger goes down the picture, and turns nothing', async function () {
      needPanning(this, 'scrolling the card over its gallery');
      const { shown, seen, dialog } = await open();
      const scroll = dialog.querySelector('.scroll')!;
      const { top } = document.documentElement.getBoundingClientRect();
      await swipe(shown(), 3, -60);
      await until(() => scroll.scrollTop > 20, 'it is scrolled');
      equal(seen().alt, 'angle 0', 'picture');
      await swipe(scroll, 2, 120);
      await until(() => scroll.scrollTop === 0, 'it is scrolled back');
      equal(document.documentElement.getBoundingClientRect().top, top, 'the page behind it');
    });

    it('zooms where it is tapped, is looked around in, and lets go again', async () => {
      const { shown, seen, tab, dialog } = await open();
      await tap(await into(tab('closeup')));
      await until(() => dialog.querySelector('[part=gallery__zoom]'), 'the zoom is loaded');
      const { x, y, width: w, height: h } = shown().getBoundingClientRect();
      await tap([x + w * 0.75, y + h / 2]);
      await until(() => seen().style.transform.includes('scale(2.5)'), 'it is zoomed');
      const left = Number.parseFloat(seen().style.transform.split('(')[1]!);
      ok(left < 0, `It looks to the right: ${seen().style.transform}`);
      await swipe(shown(), 50, 30);
      const [dx, dy] = seen()
        .style.transform.split('(')[1]!
        .split(',')
        .map((length) => Number.parseFloat(length));
      deepEqual([Math.round(dx! - left), Math.round(dy!)], [50, 30], 'moved with the finger');
      equal(dialog.querySelector('.scroll')!.scrollTop, 0, 'scrolled');
      await tap(shown());
      await until(() => seen().style.transform === '', 'it is as it was');
      await tap(dialog.querySelector('[part=gallery__zoom]')!);
      await until(() => seen().style.transform.includes('scale'), 'by its button');
    });

    it('is not confused by a second finger', async () => {
      const { shown, seen } = await open();
      const { x, y, width: w, height: h } = shown().getBoundingClientRect();
      await finger.down([x + w / 2, y + h / 2]);
      const second = { pointerId: 99, pointerType: 'touch', isPrimary: false, bubbles: true, button: 0 };
      shown().dispatchEvent(new PointerEvent('pointerdown', { ...second, clientX: x + 5, clientY: y + 5 }));
      shown().dispatchEvent(new PointerEvent('pointermove', { ...second, clientX: x + w - 5, clientY: y + 5 }));
      equal(seen().alt, 'angle 0', 'the second finger turns nothing');
      await finger.move([x + w / 2 + 10, y + h / 2]);
      await finger.move([x + w * 0.75, y + h / 2]);
      equal(seen().alt, 'angle 1', 'the first goes on');
      await finger.up();
    });

    it('chooses, counts and adds', async () => {
      const { player, dialog } = await open();
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      const asked = heard(player, 'shoppable-add-to-cart');
      const value = (label: string) => dialog.querySelector(`[part=card__option][aria-label^="${label}"]`)!;
      await tap(await into(value('Ink')));
      await until(() => value('Ink').getAttribute('aria-checked') === 'true', 'Ink is chosen');
      equal(value('L').getAttribute('aria-checked'), 'true', 'and the only size that it is made in');
      const more = dialog.querySelector('[aria-label="One more"]')!;
      await tap(more);
      await tap(more);
      await until(() => dialog.querySelector('output')!.textContent === '3', 'three, by taps in quick succession');
      await tap(dialog.querySelector('[part=add-to-cart]')!);
      await until(() => dialog.querySelector('.outcome')!.textContent!.includes('3 items'), 'it says so');
      deepEqual(
        asked.map(({ lines }) => [lines[0]!.variantId, lines[0]!.quantity]),
        [['ink-l', 3]],
        'lines',
      );
    });

    it('adds a set, compares and comes back', async () => {
      const { player, dialog } = await open();
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      const asked = heard(player, 'shoppable-add-to-cart');
      const take = await until(() => dialog.querySelector('[part=set__add]'), 'the set is there');
      await tap(await into(take));
      await until(() => dialog.querySelector('.set .yes'), 'it is added');
      equal(asked[0]!.lines.length, 2, 'lines');
      await tap(await into(dialog.querySelector('[part=card__compare]')!));
      const back = await until(() => dialog.querySelector('[part=compare__back]'), 'the comparison is there');
      await tap(back);
      await until(() => dialog.querySelector<HTMLElement>('.compare')!.hidden, 'it is gone');
    });

    it('is closed by a tap beside it where it is a sheet, and stays where it is not', async () => {
      const { player, dialog } = await open();
      const isSheet = dialog.matches('.sheet');
      equal(isSheet, width < 560, 'a sheet');
      if (!isSheet) return;
      await tap([width / 2, 20]);
      await until(() => !inside(player, 'dialog'), 'it is closed');
    });

    it('keeps the page still: nothing under the finger asks the browser for a double tap', async () => {
      const { dialog } = await open();
      equal(getComputedStyle(dialog).touchAction, 'manipulation', 'touch-action');
    });
  });
}
