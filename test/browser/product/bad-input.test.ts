import { setViewport } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { engineName, inside, until } from '../../support/page.js';
import { lamp, MEDIA, manifestOf, mug } from '../support/manifest.js';
import { card, mountHearing } from '../support/players.js';

async function open(product: object, attributes: Record<string, string> = {}) {
  const manifest = manifestOf({ products: [{ ...mug, ...product } as typeof mug, lamp], hotspots: [] });
  const { player, errors } = await mountHearing(manifest, { locale: 'en', ...attributes });
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await player.openProduct('mug');
  const dialog = await card(player);
  await until(() => player.state.get().manifest, 'the manifest is read');
  return { player, dialog, told: () => errors.map(({ error }) => error.path ?? error.code) };
}
const outcome = (dialog: Element) => dialog.querySelector('[part=card__outcome]')!.textContent!.trim();
const off = (dialog: Element) => dialog.querySelector('[part=add-to-cart]')!.getAttribute('aria-disabled');
const options = [{ name: 'Glaze', values: ['Sand', 'Ink'] }];

describe('a card of a product that is described wrongly', () => {
  it('leaves out a variant that matches no option', async () => {
    const { dialog, told } = await open({
      options,
      variants: [
        { id: 'sand', options: ['Sand'] },
        { id: 'none', options: ['Tartan'] },
        { id: 'two', options: ['Ink', 'L'] },
      ],
    });
    deepEqual(told(), ['products[0].variants[1].options[0]', 'products[0].variants[2].options'], 'warnings');
    equal(off(dialog), 'false', 'the other can be bought');
    equal(dialog.querySelectorAll('.value')[1]!.getAttribute('aria-label'), 'Ink: Not available', 'what is not made');
  });

  it('leaves out what goes with it and is not there', async () => {
    const { dialog, told } = await open({ complements: ['nothing', 'lamp'] });
    deepEqual(told(), ['products[0].complements[0]'], 'warnings');
    const items = await until(() => {
      const found = dialog.querySelectorAll('[part=set__item]');
      return found.length ? found : undefined;
    }, 'the set');
    equal(items.length, 2, 'items');
  });

  it('leaves out a variant in another currency, and one with less than nothing in stock', async () => {
    const { dialog, told } = await open({
      options,
      variants: [
        { id: 'sand', options: ['Sand'], price: { minor: 2000, currency: 'USD' } },
        { id: 'ink', options: ['Ink'], stock: -1 },
      ],
    });
    deepEqual(told(), ['products[0].variants[1].stock', 'products[0].variants[0].price.currency'], 'warnings');
    equal(outcome(dialog), '', 'nothing is sold out: it is sold without variants');
  });

  it('leaves out a stock below nothing, and a former price below the price', async () => {
    const { dialog, told } = await open({ stock: -3, price: { minor: 1900, compareAtMinor: 100, currency: 'EUR' } });
    deepEqual(told(), ['products[0].stock', 'products[0].price.compareAtMinor'], 'warnings');
    equal(off(dialog), 'false', 'it can be bought');
    ok(!dialog.querySelector('s'), 'no former price');
  });

  it('shows a price in a currency that nobody knows, and tells the developer once', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (...words) => void lines.push(words.join(' '));
    try {
      const { dialog, player } = await open({ id: 'mug', price: { minor: 1900, currency: 'QQQ' } });
      ok(/19\.00/.test(inside(player, '[part=card__price]')!.textContent!), dialog.textContent!);
      if ('supportedValuesOf' in Intl) await until(() => lines.some((line) => line.includes('QQQ')), 'the warning');
      await player.closeProduct();
      await player.openProduct('mug');
      await card(player);
      await new Promise((resolve) => setTimeout(resolve, 200));
      ok(lines.filter((line) => line.includes('QQQ')).length < 2, lines.join('\n'));
    } finally {
      console.warn = warn;
    }
  });

  it('stays in its box with names of 5,000 characters', async function () {
    if (engineName() === 'WebKitGTK') this.skip();
    await setViewport({ width: 320, height: 480 });
    const long = 'Unbreakable'.repeat(454).slice(0, 5000);
    const { dialog } = await open(
      {
        name: long,
        brand: long,
        options: [{ name: long, values: [long, 'Ink'] }],
        variants: [{ id: 'long', options: [long] }],
        facts: [{ name: long, value: long }],
        dimensions: [{ name: long, value: 1, unit: 'cm' }],
        complements: ['lamp'],
      },
      { style: 'width: 100%' },
    );
    await until(() => dialog.querySelector('[part=set__item]'), 'the set');
    for (const box of [dialog, ...dialog.querySelectorAll('.scroll, .foot')])
      ok(box.scrollWidth <= box.clientWidth, `${box.className}: ${box.scrollWidth} in ${box.clientWidth}`);
    ok(dialog.querySelector('h2')!.clientHeight < 140, 'The name takes four lines.');
    ok(dialog.querySelector('.price')!.getBoundingClientRect().top < innerHeight * 3, 'The price is near.');
    await setViewport({ width: 1000, height: 800 });
  });

  it('does without a clip that is broken', async () => {
    const { dialog } = await open({
      media: [
        { role: 'angle', src: `${MEDIA}/poster.png`, alt: 'The mug' },
        { role: 'lifestyle', src: `${MEDIA}/none.mp4`, type: 'video/mp4', alt: 'none' },
      ],
    });
    dialog.querySelector<HTMLElement>('[data-role=lifestyle]')!.click();
    await until(() => !dialog.querySelector('[role=tab]'), 'it is gone');
    equal(dialog.querySelector<HTMLImageElement>('.shown img.seen')!.alt, 'The mug', 'picture');
  });

  it('shows forty options', async () => {
    const many = Array.from({ length: 40 }, (_, o) => ({ name: `Option ${o}`, values: ['a', 'b'] }));
    const { dialog } = await open({ options: many, variants: [{ id: 'one', options: many.map(() => 'a') }] });
    equal(dialog.querySelectorAll('[role=radiogroup]').length, 40, 'groups');
    equal(off(dialog), 'false', 'it can be bought');
  });
});
