import type { CartLine } from '../../src/cart/contract.js';
import type { ShoppableCart } from '../../src/cart-view/shoppable-cart.js';
import { meet, pressNode, readTree, tellWhatIsMissing } from '../support/accessible-tree.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { mountPlayer, until } from '../support/page.js';
import { filmOf, soldIn, spot } from '../support/purchase.js';
import { createFakeAdapter } from '../unit/cart/fake-adapter.js';

/** There is no large one left. */
const product = (id: string, name: string, complements: string[] = []) => {
  const { variants } = soldIn(id, name);
  return soldIn(id, name, {
    options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
    variants: [...variants, { id: `${id}-l`, options: ['L'], availability: 'out-of-stock' }],
    complements,
  });
};
const film = filmOf(
  [product('mug', 'Stoneware mug'), product('lamp', 'Brass lamp', ['mug'])],
  [spot('mug', 0.2), spot('lamp', 0.5)],
  [{ kind: 'captions', src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' }],
);

/** A shop that takes two of a thing and no more. */
function shop() {
  const { shop: held, adapter } = createFakeAdapter();
  const asked: CartLine[] = [];
  const add = async (lines: readonly CartLine[]) => {
    asked.push(...lines);
    if (asked.length > 1)
      return lines.map(() => ({ status: 'rejected' as const, accepted: 0, reason: 'out-of-stock' as const }));
    held.replace(lines.map((line) => ({ ...line, unitMinor: 1900 })));
    return lines.map(({ quantity }) => ({ status: 'added' as const, accepted: quantity }));
  };
  return { asked, adapter: { ...adapter, add } };
}

const has = (state: string) => (node: { states: readonly string[] }) => node.states.includes(state);
const hasNot = (state: string) => (node: { states: readonly string[] }) => !node.states.includes(state);
const says = (words: string) => (node: { text: string }) => node.text === words;

/** No name of a control is missing anywhere in the tree. */
async function allNamed(): Promise<void> {
  const tree = await readTree();
  const controls = tree.filter(({ role }) =>
    ['button', 'link', 'slider', 'radio', 'radiogroup', 'dialog'].includes(role),
  );
  ok(controls.length, 'There are controls.');
  deepEqual(
    controls.filter(({ name }) => !name).map(({ role }) => role),
    [],
    'without a name',
  );
}

describe('a purchase by the accessible tree alone', () => {
  before(() => tellWhatIsMissing('a purchase'));
  afterEach(() => document.body.replaceChildren());

  for (const width of [1000, 400]) {
    it(`goes from the poster to the cart, ${width} pixels wide`, async function () {
      this.timeout(90_000);
      const { adapter, asked } = shop();
      const [player] = await mountPlayer({ id: 'film', muted: '', loop: '', style: `display:block;width:${width}px` });
      player.cartAdapter = adapter;
      player.manifest = film as never;
      await import('/dist/cart.js' as string);
      const cart = document.createElement('shoppable-cart') as ShoppableCart;
      cart.setAttribute('for', 'film');
      document.body.append(cart);

      // The poster.
      await meet('button', 'Play video: Coffee corner');
      await meet('heading', 'Your cart');
      await allNamed();
      await pressNode('button', 'Play video');

      // The film.
      await meet('button', 'Pause', has('focused'));
      await meet('slider', 'Seek', ({ value }) => /^0:0\d of 0:06/.test(value));
      // A narrow player leaves the volume to the device.
      if (width > 560) await meet('slider', 'Volume', ({ value }) => value === '0 %');
      await meet('button', 'Unmute');
      await meet('button', 'Captions', hasNot('pressed'));
      await pressNode('button', 'Captions');
      await meet('button', 'Captions', has('pressed'));
      await meet('status', '', says('In this scene: Stoneware mug, Brass lamp'));
      await meet('button', 'Stoneware mug');
      await meet('button', 'Brass lamp');
      await allNamed();
      await pressNode('button', 'Pause');
      await meet('button', 'Play', has('focused'));

      // What is in the scene, without having to see it.
      await meet('button', /^Products in this scene: ?2$/, has('collapsed'));
      await pressNode('button', 'Products in this scene');
      await meet('button', /^Products in this scene: ?2$/, has('expanded'));
      await meet('list', 'Products in this scene', says('Stoneware mug €19.00 Brass lamp €19.00'));
      await meet('listitem', /.*/, says('Stoneware mug €19.00'));
      await pressNode('button', 'Brass lamp €19.00');

      // The card.
      const isModal = width < 560;
      await meet('dialog', 'Brass lamp');
      await meet('heading', 'Brass lamp', has('focused'));
      const behind = async () =>
        (await readTree()).filter(({ name }) => /^(Pause|Play|Seek|Volume|Captions)$/.test(name));
      if (isModal) await until(async () => !(await behind()).length, 'what is behind the sheet is out of the tree');
      else ok((await behind()).length >= 3, 'The film beside the card stays in the tree.');
      const card = await meet('dialog', 'Brass lamp', ({ text }) => text.includes('€19.00'));
      ok(card.text.includes('Brass lamp'), card.text);
      await meet('radiogroup', 'Size');
      await meet('radio', 'S', has('checked'));
      await meet('radio', 'M', hasNot('checked'));
      await meet('radio', 'L: Sold out', hasNot('checked'));
      await pressNode('radio', 'M');
      await meet('radio', 'M', has('checked'));
      await meet('radio', 'S', hasNot('checked'));
      await meet('group', 'Quantity', ({ text }) => /\b1\b/.test(text));
      await meet('button', 'One fewer', has('disabled'));
      await pressNode('button', 'One more');
      await meet('group', 'Quantity', ({ text }) => /\b2\b/.test(text));
      await meet('button', 'One fewer', hasNot('disabled'));
      await meet('list', /.*/, ({ text }) => /^Brass lamp.*Stoneware mug/.test(text));
      await allNamed();

      // Into the cart; once more, which the shop refuses.
      await meet('button', 'Add to cart', hasNot('disabled'));
      await pressNode('button', 'Add to cart');
      await meet('status', '', says('Added to cart: 2 items'));
      equal(asked.map(({ variantId, quantity }) => `${quantity} of ${variantId}`).join(), '2 of lamp-m', 'asked');
      await pressNode('button', 'Add to cart');
      await meet('status', '', says('Not added. This product is sold out.'));
      // Something sold out cannot be asked for.
      await pressNode('radio', 'L: Sold out');
      await meet('radio', /^L/, has('checked'));
      await meet('button', 'Add to cart', has('disabled'));
      await pressNode('button', 'Close');
      await until(async () => !(await readTree()).some(({ role }) => role === 'dialog'), 'no dialog any more');
      await until(
        async () => (await readTree()).some((node) => node.role === 'button' && has('focused')(node)),
        'the focus is on a button',
      );

      // The cart.
      await meet('status', '', says('2 items in your cart.'));
      await meet('link', 'Brass lamp');
      await meet('listitem', /.*/, ({ text }) => /^Brass lamp .*M.*€38\.00/.test(text));
      await meet('group', 'Quantity of Brass lamp', ({ text }) => /\b2\b/.test(text));
      await allNamed();
      await pressNode('button', 'One fewer');
      await meet('status', '', says('Brass lamp: now 1.'));
      await pressNode('button', 'Remove Brass lamp');
      await meet('status', '', says('Brass lamp was removed.'));
      await meet('heading', 'Your cart', has('focused'));
    });
  }
});
