import { deepEqual, equal, ok } from '../../support/assert.js';
import { next, until } from '../../support/page.js';
import { finger, needPanning, onTouchScreen, swipe, tap } from '../../support/touch.js';
import { MEDIA, manifestOf, mug, still } from '../support/manifest.js';
import { all, mountPart, one } from '../support/parts.js';
import { card, heard, mount } from '../support/players.js';

const names = ['Mug', 'Lamp', 'Chair', 'Beans', 'Tray', 'Jug', 'Cup', 'Pot'];
const products = names.map((name) => ({
  ...mug,
  id: name.toLowerCase(),
  name,
  media: [{ role: 'angle' as const, src: `${MEDIA}/poster.png?${name}`, alt: name }],
}));
const film = () => manifestOf({ products, hotspots: [still('mug'), { ...still('lamp'), start: 3 }] });

async function open(attributes: Record<string, string>, within = false) {
  const player = await mount(film(), { id: 'film', style: 'width:100%' }, (created) =>
    created.addEventListener('shoppable-wishlist', (event) => event.respondWith(true)),
  );
  const shelf = await mountPart(
    'shoppable-shelf',
    within ? {} : { for: 'film', ...attributes },
    within ? player : undefined,
  );
  await until(() => all(shelf, '.product, .toggle').length, 'it is drawn');
  return { player, shelf, clicked: heard(player, 'shoppable-hotspot-clicked') };
}
const product = (shelf: Element, id: string) => one(shelf, `.product[data-product-id=${id}]`);

for (const [width, height] of [
  [320, 640],
  [800, 700],
] as const) {
  describe(`the shelf under a finger, ${width} px wide`, () => {
    onTouchScreen(width, height, 'the shelf');

    it('is drawn along, which chooses nothing, and leads the page nowhere', async function () {
      needPanning(this, 'the rail drawn along');
      const { shelf, clicked } = await open({ layout: 'rail' });
      const list = await one(shelf, '.items');
      list.scrollIntoView({ block: 'nearest' });
      await swipe(list, -150, 4);
      await until(() => list.scrollLeft > 60, 'it has moved');
      await swipe(list, 150, 0);
      await until(() => list.scrollLeft < 20, 'it is back');
      list.scrollLeft = 0;
      // At its beginning, a finger that goes on would be the browser's way back to the page before.
      const { href } = location;
      await swipe(list, 140, 0);
      await new Promise((resolve) => setTimeout(resolve, 400));
      equal(location.href, href, 'page');
      equal(clicked.length, 0, 'choices');
    });

    it('lets the page scroll past it', async function () {
      needPanning(this, 'the page drawn past the rail');
      const { shelf } = await open({ layout: 'rail' });
      document.body.style.minHeight = '2000px';
      const list = await one(shelf, '.items');
      list.scrollIntoView({ block: 'end' });
      const { scrollY } = window;
      await swipe(list, 2, -120);
      await until(() => window.scrollY > scrollY + 60, 'the page has moved');
      equal(list.scrollLeft, 0, 'the rail');
      document.body.style.minHeight = '';
      window.scrollTo(0, 0);
    });

    it('opens a card, jumps and keeps a wish by a tap each', async () => {
      const { player, shelf } = await open({});
      const tile = await product(shelf, 'mug');
      tile.scrollIntoView({ block: 'center' });
      const heart = tile.closest('li')!.querySelector('[part=shelf__wish]')!;
      await tap(heart);
      await until(() => heart.getAttribute('aria-pressed') === 'true', 'it is saved');
      const asked = next(player, 'shoppable-open-product');
      await tap(tile);
      deepEqual([(await asked).productId, (await asked).via], ['mug', 'list'], 'what is opened');
      await card(player);
      player.closeProduct();
      const jump = (await product(shelf, 'lamp')).closest('li')!.querySelector('.jump')!;
      jump.scrollIntoView({ block: 'center' });
      await tap(jump);
      await until(() => player.currentTime >= 3 && !player.paused, 'the film plays from there');
    });

    async function openSheet() {
      const { shelf, player, clicked } = await open({ layout: 'sheet' });
      const toggle = await one(shelf, '.toggle');
      toggle.scrollIntoView({ block: 'center' });
      await tap(toggle);
      const dialog = (await one(shelf, 'dialog[open]')) as HTMLDialogElement;
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const list = dialog.querySelector('.items')!;
      const { x, y } = dialog.querySelector('.head')!.getBoundingClientRect();
      return { player, shelf, dialog, list, clicked, head: [x + 40, y + 20] as const };
    }

    it('is pulled down as a sheet: a little and it stays, far or fast and it goes', async () => {
      const { shelf, dialog, head } = await openSheet();
      await finger.down(head);
      await finger.move([head[0], head[1] + 30]);
      await finger.move([head[0], head[1] + 60]);
      // A finger's place is a float: 60 pixels may be 60.00003.
      const pulled = () => Number.parseFloat(dialog.style.transform.slice('translateY('.length));
      await until(
        () => Math.abs(pulled() - 60) < 1,
        () => `it is under the finger, not at "${dialog.style.transform}" (from ${head})`,
      );
      await finger.up(400);
      await until(() => !dialog.style.transform, 'it is back');
      ok(dialog.open, 'It stays.');
      await swipe(head, 0, 150);
      await until(() => !dialog.open, 'it is gone');
      await tap(await one(shelf, '.toggle'));
      await until(() => dialog.open, 'it is there');
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const { x, y } = dialog.querySelector('.head')!.getBoundingClientRect();
      await swipe([x + 40, y + 20], 0, 90, { fling: true, steps: 3 });
      await until(() => !dialog.open, 'it is gone by a fling');
      // A browser takes the tap after a fling for the fling's end.
      await tap([2, 2]);
    });

    it('scrolls in its sheet, and leaves the page behind it alone', async function () {
      needPanning(this, 'scrolling in the sheet');
      const { dialog, list, clicked } = await openSheet();
      const { top } = document.documentElement.getBoundingClientRect();
      await swipe(list, 0, -140);
      await until(() => list.scrollTop > 60, 'it is scrolled');
      await swipe(list, 0, 140);
      await until(() => list.scrollTop < 20, 'it is scrolled back');
      ok(dialog.open, 'It stays.');
      equal(document.documentElement.getBoundingClientRect().top, top, 'the page behind it');
      equal(clicked.length, 0, 'choices');
    });

    it('closes its sheet by a tap beside it, and gives way to the card', async () => {
      const { shelf, dialog, player } = await openSheet();
      await tap([width / 2, 10]);
      await until(() => !dialog.open, 'it is gone');
      await tap(await one(shelf, '.toggle'));
      await until(() => dialog.open, 'it is there');
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      await tap(await product(shelf, 'mug'));
      await card(player);
      ok(!dialog.open, 'The sheet is closed.');
    });

    it('comes over the picture by a tap, and does not play or pause the film by that', async () => {
      const { player, shelf } = await open({}, true);
      const pauses = heard(player, 'pause');
      const plays = heard(player, 'play');
      player.scrollIntoView();
      await tap(await one(shelf, '.toggle'));
      await until(() => shelf.open, 'it is open');
      await tap(await product(shelf, 'mug'));
      await card(player);
      deepEqual([pauses.length, plays.length], [0, 0], 'pauses, plays');
    });
  });
}
