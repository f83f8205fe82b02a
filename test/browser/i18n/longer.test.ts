import { enMenu } from '../../../src/i18n/en-menu.js';
import english from '../../../src/i18n/locales/en.js';
import type { OwnStrings } from '../../../src/i18n/strings.js';
import { deepEqual, ok } from '../../support/assert.js';
import { COFFEE, inside, until } from '../../support/page.js';
import { mountPart, one } from '../support/parts.js';
import { card, mount, play } from '../support/players.js';

type Texts = { readonly [key: string]: string | Texts };

/** Each text 40 % longer, by words and not by one that nothing could break. */
const lengthen = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      if (typeof text !== 'string') return [key, lengthen(text)];
      const letters = text.replace(/\{\w+\}/g, '').length;
      const more = 'xxxx xxxxxx '.repeat(30).slice(0, Math.ceil(letters * 0.4));
      return [
        key,
        letters > 2 ? text.replace(/([.…])?$/, (end) => (more.length > 4 ? ` ${more.slice(1)}` : more) + end) : text,
      ];
    }),
  );
const longer = lengthen({ ...english, menu: enMenu } as unknown as Texts) as unknown as OwnStrings;

const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const nameOf = (element: Element) =>
  `${element.localName}.${element.className} "${element.textContent!.replace(/\s+/g, ' ').trim().slice(0, 40)}"`;

/** For the ear alone, or drawn, or the manifest's names, which may be of any length. */
const EXEMPT = '.sr, .hotspots, [dir=auto], .preview, svg, img, video, option, select, .track, .marks';
/** Boxes that are there to be scrolled, or have a picture that is larger. */
const SCROLLED = '.scroll, .items, .roles, .panel';

/** What is cut off, or stands out of its box. */
function cut(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    if (element.closest(EXEMPT) || element.matches(SCROLLED) || !isShown(element) || !element.textContent!.trim())
      return [];
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (display === 'inline' || display === 'contents') return [];
    const wide = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto';
    const high = element.scrollHeight > element.clientHeight + 2 && overflowY !== 'auto';
    // A line box may be higher than the letters; only a text that is hidden, or that leaves a button, is lost.
    const matters = overflowX === 'hidden' || element.matches('button, a, p, span, h2, h3, b, dialog');
    return matters && (wide || (high && element.matches('button, a'))) ? [nameOf(element)] : [];
  });
}

/** Controls that lie on one another: neither can be read, or pressed. */
function overlapping(elements: readonly Element[]): string[] {
  const shown = elements.filter((element) => isShown(element) && element.getClientRects().length);
  return shown.flatMap((one, i) =>
    shown.slice(i + 1).flatMap((other) => {
      if (one.contains(other) || other.contains(one)) return [];
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const meet = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      return meet ? [`${nameOf(one)} and ${nameOf(other)}`] : [];
    }),
  );
}

const controls = (root: ParentNode) => [...root.querySelectorAll('.controls > :not(.seek, .gap)')];
const inCard = (root: ParentNode) => [...root.querySelectorAll('.card .foot :is(button, a), .card .roles button')];

for (const width of [280, 360, 1440]) {
  describe(`texts that are 40 % longer, at ${width} px`, () => {
    it('none is cut off, and nothing lies on another', async function () {
      this.timeout(60_000);
      const holder = Object.assign(document.createElement('div'), { style: `width: ${width}px` });
      document.body.append(holder);
      const player = await mount(
        `${COFFEE}/manifest.json`,
        { id: 'film', locale: 'en', style: 'width: 100%' },
        (created) => {
          holder.append(created);
          created.strings = longer;
          created.addEventListener('shoppable-wishlist', (event) => event.respondWith(true));
          created.addEventListener('shoppable-add-to-cart', (event) =>
            event.respondWith({ status: 'rejected', accepted: 0, reason: 'timeout' }),
          );
        },
      );
      holder.append(player);
      const root = player.shadowRoot!;
      const faults: string[] = [];
      const look = (where: string, tree: ParentNode = root, pressed = [...controls(tree), ...inCard(tree)]) => {
        faults.push(
          ...cut(tree).map((what) => `${where}: cut off: ${what}`),
          ...overlapping(pressed).map((what) => `${where}: on one another: ${what}`),
        );
      };
      await until(() => inside(player, '.count')?.textContent?.includes('xx'), 'the count');
      look('poster');
      await play(player);
      player.pause();
      look('controls');
      inside(player, '[part=scene-toggle]')!.click();
      await until(() => inside(player, '.scene'), 'the list');
      look('scene');
      inside(player, '[part=scene-toggle]')!.click();
      inside(player, '[part=menu-toggle]')!.click();
      await until(() => inside(player, '[data-page=chapters]'), 'the menu');
      // Where the player is low it lies over the bar.
      const inMenu = () => [...root.querySelectorAll('.menu button')];
      look('menu', root, inMenu());
      for (const { dataset } of player.shadowRoot!.querySelectorAll<HTMLElement>('[data-page]')) {
        inside(player, `[data-page=${dataset.page}]`)!.click();
        look(`menu of the ${dataset.page}`, root, inMenu());
        inside(player, '.menu .back')!.click();
      }
      inside(player, '[part=menu-toggle]')!.click();

      for (const id of ['mug', 'lamp', 'sweater']) {
        await player.openProduct(id);
        await card(player);
        await until(() => inside(player, 'dialog[open] [part=card__name]'), id);
        await new Promise((resolve) => setTimeout(resolve, 300));
        look(`card of the ${id}`);
        inside(player, '.add-to-cart')!.click();
        await until(() => inside(player, '.outcome.refused'), 'the answer');
        look(`answer for the ${id}`);
      }
      inside(player, '.to-compare')!.click();
      await until(() => inside(player, '[part=compare__table]'), 'the comparison');
      // Where it is wide it lies over the controls.
      look('comparison', root, inCard(root));
      await player.closeProduct();

      for (const layout of ['rail', 'list', 'sheet']) {
        const shelf = await mountPart('shoppable-shelf', { for: 'film', layout }, holder);
        if (layout === 'sheet') (await one(shelf, '.toggle')).click();
        await one(shelf, '.product');
        await new Promise((resolve) => setTimeout(resolve, 100));
        look(`shelf as a ${layout}`, shelf.shadowRoot!);
        shelf.remove();
      }
      const over = await mountPart('shoppable-shelf', {}, player);
      (await one(over, '.toggle')).click();
      await one(over, '.product');
      look('shelf in the player', over.shadowRoot!);
      over.remove();

      const line = { requestId: '1', productId: 'mug', quantity: 2, unitMinor: 123456, properties: { _shoppable: '' } };
      player.cartAdapter = {
        add: async () => [],
        read: async () => ({ lines: [line], totalMinor: 246912, currency: 'EUR' }),
        update: async () => [{ status: 'rejected', accepted: 0, reason: 'limit-reached' }],
        checkout() {},
      };
      const cart = await mountPart('shoppable-cart', { for: 'film' }, holder);
      (await one(cart, '.step')).click();
      await one(cart, '.note');
      look('cart', cart.shadowRoot!);
      ok(cart.shadowRoot!.textContent!.includes('xxxx'), 'The longer texts are there.');
      cart.remove();
      holder.remove();
      deepEqual(faults, []);
    });
  });
}
