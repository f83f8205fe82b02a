import { setViewport } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, engineName, focused, inside, press, until } from '../../support/page.js';
import { lamp, manifestOf, mug } from '../support/manifest.js';
import { card, heard, mount } from '../support/players.js';

const cup = {
  ...mug,
  dimensions: [{ name: 'Height', value: 9.5, unit: 'cm' }],
  facts: [{ name: 'Material', value: 'Stoneware' }],
  rating: { value: 4.66, count: 1200 },
  alternates: ['glass'],
};
const glass = {
  ...mug,
  id: 'glass',
  name: 'Glass',
  price: { minor: 900, currency: 'EUR' },
  dimensions: [{ name: ' height ', value: 12, unit: 'cm' }],
  facts: [
    { name: 'material', value: 'Glass' },
    { name: 'Care', value: 'By hand' },
  ],
};

async function open(attributes: Record<string, string> = {}) {
  const player = await mount(manifestOf({ products: [cup, lamp, glass], hotspots: [] }), {
    locale: 'en-GB',
    ...attributes,
  });
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await player.openProduct('mug');
  const dialog = await card(player);
  const button = inside(player, '[part=card__compare]')!;
  button.scrollIntoView();
  await click(button);
  await until(() => dialog.querySelector('table'), 'the table');
  const rows = () => {
    const found = [...dialog.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
    return found.flatMap((cells, i) => (i % 2 ? [[found[i - 1]![0], ...cells].join(' | ')] : []));
  };
  return { player, dialog, rows };
}

describe('two products side by side', () => {
  it('are aligned by what they say of themselves', async () => {
    const { dialog, rows, player } = await open();
    deepEqual(
      rows(),
      [
        'Price | €19.00 | €9.00',
        'Reviews | ★★★★★ 4.7 (1,200) | Not stated–',
        'Height | 9.5 cm | 12 cm',
        'Material | Stoneware | Glass',
        'Care | Not stated– | By hand',
      ],
      'rows',
    );
    equal(dialog.querySelector('.rating')!.getAttribute('aria-label'), '4.7 out of 5, 1,200 reviews', 'rating');
    const choice = dialog.querySelector<HTMLSelectElement>('[part=compare__choice]')!;
    equal(choice.value, 'glass', 'an alternate first');
    choice.value = 'lamp';
    choice.dispatchEvent(new Event('change'));
    equal(rows()[0], 'Price | €19.00 | €129.00', 'another');
    const asked = heard(player, 'shoppable-add-to-cart');
    await click(inside(player, '[part=compare__add][data-product-id=lamp]')!);
    await until(() => asked.length, 'the shop is asked');
    equal(asked[0]!.lines[0]!.productId, 'lamp', 'line');
    await until(() => dialog.querySelector('.told')!.textContent === 'Brass lamp: Added', 'the answer');
  });

  for (const [where, style] of [
    ['beside the film', 'width: 640px'],
    ['in a sheet', 'width: 320px'],
  ] as const) {
    it(`goes back at Escape, and closes at the next one, ${where}`, async () => {
      const { player, dialog } = await open({ style });
      await press('Escape');
      ok(dialog.isConnected && !dialog.querySelector('.scroll')!.hasAttribute('hidden'), 'The card is back.');
      equal(focused()?.getAttribute('part'), 'card__compare', 'focus');
      await press('Escape');
      await until(() => !inside(player, 'dialog'), 'it is closed');
    });
  }

  it('sticks out nowhere in a window of 320 by 480', async function () {
    if (engineName() === 'WebKitGTK') this.skip();
    await setViewport({ width: 320, height: 480 });
    const { dialog } = await open({ style: 'width:100%' });
    ok(dialog.scrollWidth <= dialog.clientWidth, `${dialog.scrollWidth} in ${dialog.clientWidth}`);
    await setViewport({ width: 1000, height: 800 });
  });
});
