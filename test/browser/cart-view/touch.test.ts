import { deepEqual, equal, ok } from '../../support/assert.js';
import { next, until } from '../../support/page.js';
import { needPanning, onTouchScreen, swipe, tap } from '../../support/touch.js';
import { createFakeAdapter, lineOf } from '../../unit/cart/fake-adapter.js';
import { manifestOf } from '../support/manifest.js';
import { all, mountPart, one } from '../support/parts.js';
import { mount } from '../support/players.js';

const many = Array.from({ length: 12 }, (_, i) => lineOf(`line-${i}`, 1, 'mug'));

for (const [width, height] of [
  [320, 640],
  [800, 600],
] as const) {
  describe(`the mini-cart under a finger, ${width} px wide`, () => {
    onTouchScreen(width, height, 'the mini-cart');

    async function open(lines = [lineOf('mug', 2), lineOf('lamp', 1)], attributes: Record<string, string> = {}) {
      const { shop, adapter } = createFakeAdapter(lines);
      const player = await mount(manifestOf(), { id: 'film', style: 'width:100%' }, (created) => {
        created.cartAdapter = adapter;
        created.addEventListener('shoppable-checkout', (event) => event.preventDefault());
      });
      const cart = await mountPart('shoppable-cart', { for: 'film', ...attributes });
      return { shop, player, cart };
    }
    const shown = (cart: Element) =>
      all(cart, '[part=cart__line]').map((line) => Number(line.querySelector('output')!.textContent));
    const settled = (cart: Element, wanted: number[]) =>
      until(
        () => shown(cart).join() === wanted.join() && !all(cart, '[aria-busy=true]').length,
        () => `${wanted}, not ${shown(cart)}`,
      );
    async function press(cart: Element, label: string, line = 0) {
      const button = all(cart, '[part=cart__line]')[line]!.querySelector(`[aria-label^="${label}"]`)!;
      button.scrollIntoView({ block: 'center' });
      await tap(button);
    }

    it('changes, removes and leads to the checkout', async () => {
      const { player, cart } = await open();
      await settled(cart, [2, 1]);
      await press(cart, 'One more');
      await settled(cart, [3, 1]);
      await press(cart, 'One fewer');
      await settled(cart, [2, 1]);
      await press(cart, 'Remove', 1);
      await settled(cart, [2]);
      const asked = next(player, 'shoppable-checkout');
      const button = await one(cart, '[part=checkout]');
      button.scrollIntoView({ block: 'center' });
      await tap(button);
      equal((await asked).lines.length, 1, 'lines');
    });

    it('takes taps in quick succession one after the other, and loses none that it has shown', async () => {
      const { shop, cart } = await open();
      await settled(cart, [2, 1]);
      await press(cart, 'One more');
      await press(cart, 'One more', 1);
      await settled(cart, [3, 2]);
      deepEqual(
        shop.updates.map(({ requestId, quantity }) => [requestId, quantity]),
        [
          ['mug', 3],
          ['lamp', 2],
        ],
        'what the shop was asked',
      );
    });

    it('opens from its button, and closes by a tap beside it or by its button', async () => {
      const { cart } = await open(undefined, { compact: '' });
      const opener = await one(cart, '.opener');
      opener.scrollIntoView({ block: 'center' });
      await tap(opener);
      const dialog = (await one(cart, 'dialog[open]')) as HTMLDialogElement;
      await settled(cart, [2, 1]);
      ok(dialog.getBoundingClientRect().width <= innerWidth, 'It is no wider than the screen.');
      await tap(dialog.querySelector('.close')!);
      await until(() => !dialog.open, 'closed by its button');
      await tap(opener);
      await until(() => dialog.open, 'open');
      // 320 px are all its own.
      if (width < 420) return;
      await tap([20, height / 2]);
      await until(() => !dialog.open, 'closed by a tap beside it');
    });

    it('scrolls in its dialog, and leaves the page behind it alone', async function () {
      needPanning(this, 'scrolling in the cart');
      const { cart } = await open(many, { compact: '' });
      const opener = await one(cart, '.opener');
      opener.scrollIntoView({ block: 'center' });
      await tap(opener);
      await settled(
        cart,
        many.map(() => 1),
      );
      const panel = await one(cart, 'dialog .panel');
      const { scrollY } = window;
      await swipe(panel, 0, -200);
      await until(() => panel.scrollTop > 100, 'it is scrolled');
      equal(window.scrollY, scrollY, 'the page behind it');
    });
  });
}
