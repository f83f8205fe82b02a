import type { CartLine } from '../../src/cart/contract.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { focused, inside, mountPlayer, press, surroundWithLinks, tabTo, until } from '../support/page.js';
import { filmOf, soldIn, spot } from '../support/purchase.js';

const film = filmOf(
  [soldIn('mug', 'Stoneware mug'), soldIn('lamp', 'Brass lamp'), soldIn('tray', 'Oak tray')],
  [spot('mug', 0.2), spot('lamp', 0.5), spot('tray', 0.8)],
);

describe('a purchase by the keyboard alone', () => {
  for (const width of [1000, 400]) {
    it(`goes from a link before the player to a link after it, ${width} pixels wide`, async function () {
      this.timeout(60_000);
      const [player, unmount] = await mountPlayer({ muted: '', loop: '', style: `display:block;width:${width}px` });
      player.manifest = film as never;
      const { before, after } = surroundWithLinks(player);
      let asked: readonly CartLine[] = [];
      player.addEventListener('shoppable-add-to-cart', (event) => {
        asked = event.lines;
        event.respondWith(true);
      });
      await until(() => inside(player, '.start'), 'the poster');
      before.focus();
      await press('Tab');
      ok(focused()!.matches('.start'), 'The first stop is the button that plays.');
      await press('Enter');
      await until(() => !player.paused && inside(player, '[part=scene-toggle]'), 'the film plays');
      await until(
        () => focused()?.matches('.play'),
        () => `the focus is on the controls, not on ${focused()?.outerHTML.slice(0, 80)}`,
      );

      const toggle = await tabTo((stop) => stop.matches('[part=scene-toggle]'), 'the list of the scene');
      await press('Enter');
      await until(() => inside(player, '.scene button'), 'the list');
      equal(toggle.getAttribute('aria-expanded'), 'true', 'expanded');
      const inList = await tabTo((stop) => stop.matches('.scene button'), 'the list');
      const names = () => focused()!.querySelector('span')!.textContent;
      const volume = player.volume;
      equal(inList.querySelector('span')!.textContent, 'Stoneware mug', 'first');
      const walked: (string | null)[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp', 'End']) {
        await press(key);
        walked.push(names());
      }
      const [a, b, c] = ['Stoneware mug', 'Brass lamp', 'Oak tray'];
      deepEqual(walked, [b, c, c, b, a, a, c], 'walked');
      equal(player.volume, volume, 'volume');

      await press('ArrowUp');
      await press('Enter');
      const dialog = (await until(() => inside(player, 'dialog.card[open]'), 'the card')) as HTMLDialogElement;
      ok(dialog.getAttribute('aria-labelledby') || dialog.getAttribute('aria-label'), 'The card has a name.');
      equal(dialog.matches(':modal'), width === 400, 'modal only where it covers the film');
      await until(() => dialog.contains(player.shadowRoot!.activeElement), 'the focus is in the card');

      await tabTo((stop) => stop.matches('[role=radio]'), 'the sizes');
      await press('ArrowDown');
      equal(focused()!.getAttribute('aria-checked'), 'true', 'chosen by the arrow');
      const size = focused()!.textContent!.trim();
      await tabTo((stop) => stop.getAttribute('aria-label') === 'One more', 'one more');
      await press('Enter');
      await tabTo((stop) => stop.matches('[part=add-to-cart]'), 'Add to cart');
      await press('Enter');
      const outcome = await until(() => inside(player, '[part=card__outcome]'), 'the outcome');
      await until(() => outcome.textContent!.includes('Added'), 'the outcome is heard');
      equal(outcome.getAttribute('role'), 'status', 'role');
      equal(asked.length, 1, 'asked');
      equal(asked[0]!.productId, 'lamp', 'product');
      equal(asked[0]!.variantId, `lamp-${size.toLowerCase()}`, 'size');
      equal(asked[0]!.quantity, 2, 'quantity');

      await press('Escape');
      await until(() => !inside(player, 'dialog.card[open]'), 'Escape closes the card');
      await until(() => player.shadowRoot!.activeElement, 'the focus is back in the player');
      ok(
        focused()!.matches('[data-hotspot-id=lamp], [part=scene-toggle], .play'),
        `The focus is on ${focused()!.outerHTML.slice(0, 80)}`,
      );
      await tabTo((stop) => stop === after, 'the link after the player');
      unmount();
      document.body.replaceChildren();
    });
  }
});
