import { deepEqual, equal, ok } from '../../support/assert.js';
import { focused, inside, press, until } from '../../support/page.js';
import { manifestOf, mug } from '../support/manifest.js';
import { card, heard, mount } from '../support/players.js';

const shirt = {
  id: 'shirt',
  name: 'Linen shirt',
  url: '/p/shirt',
  price: { minor: 4900, currency: 'EUR' },
  options: [
    { name: 'Size', values: ['S', 'M'] },
    {
      name: 'Colour',
      values: ['White', { value: 'Blue', swatch: '#00f' }, { value: 'Red', swatch: 'url(//evil.test)' }],
    },
  ],
  variants: [
    { id: 's-white', sku: 'SW', options: ['S', 'White'], stock: 3 },
    { id: 'm-white', sku: 'MW', options: ['M', 'White'], price: { minor: 5200, currency: 'EUR' } },
    { id: 'm-blue', sku: 'MB', options: ['M', 'Blue'] },
    { id: 's-blue', sku: 'SB', options: ['S', 'Blue'], availability: 'out-of-stock' as const },
    { id: 'm-red', options: ['M', 'Red'], stock: 0 },
  ],
  alternates: ['mug'],
};

const text = (player: Element, selector: string) => inside(player, selector)!.textContent!.replace(/\s+/g, ' ').trim();

async function open(product: object = shirt) {
  const player = await mount(manifestOf({ products: [product as typeof shirt, mug], hotspots: [] }));
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await player.openProduct('shirt');
  const dialog = await card(player);
  const value = (name: string) =>
    [...dialog.querySelectorAll<HTMLElement>('.value')].find((button) => button.textContent === name)!;
  const chosen = () =>
    [...dialog.querySelectorAll('.value[aria-checked=true]')].map(({ textContent }) => textContent).join();
  return { player, dialog, value, chosen };
}

describe('variants', () => {
  it('have their own price and stock, and go to the cart by their sku', async () => {
    const { player, value, chosen } = await open();
    const asked = heard(player, 'shoppable-add-to-cart');
    const told = heard(player, 'shoppable-variant-selected');
    equal(chosen(), 'S,White', 'at first');
    equal(text(player, '[part=card__stock]'), 'Only 3 left', 'stock');
    value('M').click();
    equal(chosen(), 'M,White', 'chosen');
    equal(text(player, '[part=card__price]'), '€52.00', 'price');
    ok(!inside(player, '[part=card__stock]'), 'plenty');
    inside(player, '[part=add-to-cart]')!.click();
    await until(() => asked.length, 'the shop is asked');
    deepEqual([asked[0]!.lines[0]!.variantId, asked[0]!.lines[0]!.sku], ['m-white', 'MW'], 'line');
    deepEqual(
      told.map(({ variantId }) => variantId),
      ['m-white'],
      'events',
    );
  });

  it('say what cannot be had, and which choice frees it; choosing it makes that choice', async () => {
    const { player, value, chosen } = await open();
    equal(value('Blue').getAttribute('aria-label'), 'Blue: Sold out in S. Available in Size M.', 'name');
    value('Blue').focus();
    equal(focused(), value('Blue'), 'it can be focused');
    value('Blue').click();
    equal(chosen(), 'M,Blue', 'chosen');
    equal(text(player, '[part=card__outcome]'), 'Size is now M.', 'said');
    equal(inside(player, '[part=add-to-cart]')!.getAttribute('aria-disabled'), 'false', 'can be bought');
  });

  it('show what is sold out as that, and what there is instead', async () => {
    const { player, value, chosen } = await open();
    const asked = heard(player, 'shoppable-add-to-cart');
    equal(value('Red').getAttribute('aria-label'), 'Red: Sold out', 'name');
    value('M').click();
    value('Red').click();
    equal(chosen(), 'M,Red', 'chosen');
    equal(text(player, '[part=card__outcome]'), 'This product is sold out.', 'said');
    inside(player, '[part=add-to-cart]')!.click();
    equal(asked.length, 0, 'requests');
    inside(player, '[part=card__alternates] button')!.click();
    await until(() => inside(player, 'dialog')?.getAttribute('aria-label') === 'Stoneware mug', 'the other card');
    ok(inside(player, 'dialog')!.contains(focused()), 'The focus is in it.');
  });

  it('are chosen with the arrow keys, past what would change another choice', async () => {
    const { value, chosen } = await open();
    value('White').focus();
    await press('ArrowRight');
    equal(focused()?.textContent, 'Blue', 'focus');
    equal(chosen(), 'S,White', 'nothing is chosen');
    await press('Enter');
    equal(chosen(), 'M,Blue', 'chosen');
    value('M').focus();
    await press('ArrowLeft');
    equal(focused()?.textContent, 'S', 'focus goes round');
    value('Blue').focus();
    await press('ArrowLeft');
    equal(chosen(), 'M,White', 'chosen');
  });

  it('take a swatch only where it is a colour', async () => {
    const { value } = await open();
    equal(getComputedStyle(value('Blue').querySelector('i')!).backgroundColor, 'rgb(0, 0, 255)', 'blue');
    ok(!value('Red').querySelector('i'), 'no style of anything else');
  });

  it('are quick where there are 5,000 of 40 options', async () => {
    const options = Array.from({ length: 40 }, (_, o) => ({
      name: `Option ${o}`,
      values: Array.from({ length: 5 }, (_, v) => `Value ${v}`),
    }));
    const variants = Array.from({ length: 5000 }, (_, v) => ({
      id: `v${v}`,
      options: options.map((_, o) => `Value ${(v + (v >> (o % 12))) % 5}`),
      ...(v % 3 === 0 && { stock: 0 }),
    }));
    const { dialog } = await open({ ...shirt, options, variants });
    const values = [...dialog.querySelectorAll<HTMLElement>('.value')];
    equal(values.length, 200, 'values');
    const began = performance.now();
    values[7]!.click();
    const took = performance.now() - began;
    ok(took < 1000, `A choice took ${took} ms.`);
  });
});
