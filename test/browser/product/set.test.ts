import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { lamp, manifestOf, mug } from '../support/manifest.js';
import { card, heard, mount } from '../support/players.js';

const beans = {
  id: 'beans',
  name: 'Beans',
  url: '/p/beans',
  price: { minor: 1000, currency: 'EUR' },
  options: [{ name: 'Bag', values: ['250 g', '500 g', '1 kg'] }],
  variants: [
    { id: 'b250', options: ['250 g'], stock: 0 },
    { id: 'b500', sku: 'B5', options: ['500 g'] },
    { id: 'b1000', sku: 'B10', options: ['1 kg'], price: { minor: 1800, currency: 'EUR' } },
  ],
};
const gone = { ...lamp, id: 'gone', name: 'Gone', availability: 'out-of-stock' as const };
const dollars = { ...lamp, id: 'dollars', name: 'Dollars', price: { minor: 500, currency: 'USD' } };

async function open(
  more: object,
  respond = (event: HTMLElementEventMap['shoppable-add-to-cart']) => event.respondWith(true),
) {
  const product = { ...mug, ...more } as typeof mug;
  const player = await mount(manifestOf({ products: [product, lamp, beans, gone, dollars], hotspots: [] }), {
    locale: 'en',
  });
  player.addEventListener('shoppable-add-to-cart', respond);
  await player.openProduct('mug');
  await card(player);
  await until(() => inside(player, '.set:not([hidden])'), 'the set is there');
  return player;
}
const take = (player: ShoppableVideo) => inside(player, '[part=set__add]')!;
const item = (player: ShoppableVideo, id: string) => inside(player, `[part=set__item][data-product-id=${id}]`)!;
const words = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();

describe('the set', () => {
  it('adds everything in one request, and says of each what came of it', async () => {
    const player = await open({ complements: ['lamp', 'beans'] }, (event) =>
      event.respondWith([true, { success: false, reason: 'limit-reached' }, { status: 'added', accepted: 1 }]),
    );
    const asked = heard(player, 'shoppable-add-to-cart');
    equal(words(take(player)), 'Add 3 items €158.00', 'offer');
    take(player).click();
    await until(() => item(player, 'mug').textContent!.includes('Added'), 'the answer');
    equal(asked.length, 1, 'requests');
    deepEqual(
      asked[0]!.lines.map(({ productId, variantId, sku, quantity }) => [productId, variantId, sku, quantity]),
      [
        ['mug', undefined, undefined, 1],
        ['lamp', undefined, undefined, 1],
        ['beans', 'b500', 'B5', 1],
      ],
      'lines',
    );
    equal(new Set(asked[0]!.lines.map(({ requestId }) => requestId)).size, 3, 'ids');
    ok(
      asked[0]!.lines.every((line) => !('bundleId' in line) && !('_bundle' in line.properties)),
      'None is of a bundle.',
    );
    ok(item(player, 'lamp').textContent!.includes('You have reached the limit'), item(player, 'lamp').textContent!);
    equal(
      words(inside(player, '.set [role=status]')!),
      'Stoneware mug: Added; Brass lamp: Not added. You have reached the limit for this product.; Beans: Added',
      'spoken',
    );
  });

  it('lets each be left out, and a variant be chosen', async () => {
    const player = await open({ complements: ['lamp', 'beans'] });
    const asked = heard(player, 'shoppable-add-to-cart');
    item(player, 'lamp').querySelector('input')!.click();
    const select = item(player, 'beans').querySelector('select')!;
    equal(select.selectedOptions[0]!.textContent, '500 g', 'the first that can be had');
    equal(select.options[0]!.disabled, true, 'sold out');
    select.value = 'b1000';
    select.dispatchEvent(new Event('change'));
    equal(words(take(player)), 'Add 2 items €37.00', 'offer');
    take(player).click();
    await until(() => asked.length, 'the shop is asked');
    deepEqual(
      asked[0]!.lines.map(({ productId, sku }) => [productId, sku]),
      [
        ['mug', undefined],
        ['beans', 'B10'],
      ],
      'lines',
    );
  });

  it('leaves out what is sold out, and never adds up two currencies', async () => {
    const player = await open({ complements: ['gone', 'dollars'] });
    equal(item(player, 'gone').querySelector('input')!.disabled, true, 'sold out');
    equal(words(take(player)), 'Add 2 items €19.00 + $5.00', 'offer');
    for (const id of ['mug', 'dollars']) item(player, id).querySelector('input')!.click();
    equal(words(take(player)), 'Choose something first', 'nothing is left');
    equal(take(player).getAttribute('aria-disabled'), 'true', 'disabled');
  });

  it('offers a bundle with what it saves', async () => {
    const player = await open({
      bundles: [
        { id: 'evening', products: ['mug', 'lamp'], priceMinor: 13000 },
        { id: 'mixed', products: ['mug', 'dollars'], priceMinor: 100 },
      ],
    });
    const asked = heard(player, 'shoppable-add-to-cart');
    const boxes = player.shadowRoot!.querySelectorAll('[part=set__bundle]');
    equal(boxes.length, 1, 'bundles');
    ok(words(boxes[0]!).includes('€130.00'), words(boxes[0]!));
    ok(words(boxes[0]!).includes('You save €18.00'), words(boxes[0]!));
    inside(player, '[part=set__add-bundle]')!.click();
    await until(() => asked.length, 'the shop is asked');
    deepEqual(
      asked[0]!.lines.map(({ productId, bundleId, properties }) => [productId, bundleId, properties._bundle]),
      [
        ['mug', 'evening', 'evening'],
        ['lamp', 'evening', 'evening'],
      ],
      'lines',
    );
    await until(() => words(boxes[0]!).includes('Brass lamp: Added'), 'the answer');
  });

  it('is not there where nothing goes with a product', async () => {
    const player = await mount(manifestOf({ products: [{ ...mug, complements: ['nothing'] }, lamp], hotspots: [] }));
    await player.openProduct('mug');
    await card(player);
    await new Promise((resolve) => setTimeout(resolve, 200));
    ok(inside(player, '.set')!.hidden, 'No set.');
  });
});
