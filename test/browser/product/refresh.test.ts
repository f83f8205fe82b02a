import type { ProductFacts } from '../../../src/schema/product-facts.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { until } from '../../support/page.js';
import { lamp, manifestOf, mug } from '../support/manifest.js';
import { heard, hotspotOf, mount, mountHearing, play } from '../support/players.js';

const euros = (minor: number) => ({ minor, currency: 'EUR' });
const priceOf = (player: Awaited<ReturnType<typeof mount>>, id: string) =>
  player.state.get().refreshed.get(id)?.price.minor;

describe('fresh facts', () => {
  it('asks the page when a card opens, for the product and what its card offers', async () => {
    const player = await mount(manifestOf({ products: [{ ...mug, complements: ['lamp'] }, lamp] }));
    const asked: string[][] = [];
    const told = heard(player, 'shoppable-product-refreshed');
    player.refreshProducts = async (ids) => {
      asked.push([...ids]);
      return [{ id: 'mug', price: euros(2100) }];
    };
    await player.openProduct('mug');
    await until(() => priceOf(player, 'mug') === 2100, 'the price is new');
    deepEqual(asked, [['mug', 'lamp']], 'asked');
    deepEqual(
      told.map(({ product }) => [product.id, product.price.minor]),
      [['mug', 2100]],
      'told',
    );
  });

  it('asks the address that the manifest names', async () => {
    const player = await mount(
      manifestOf({ products: [{ ...mug, refresh: '/test/browser/support/facts.json' }, lamp] }),
    );
    await player.openProduct('mug');
    await until(() => priceOf(player, 'mug') === 2600, 'the price is new');
    equal(player.state.get().refreshed.get('mug')?.stock, 2, 'stock');
  });

  it('asks again once the shop has answered for the cart', async () => {
    const player = await mount(manifestOf());
    let stock = 3;
    player.refreshProducts = () => [{ id: 'mug', stock: stock-- }];
    player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
    await player.openProduct('mug');
    await until(() => player.state.get().refreshed.get('mug')?.stock === 3, 'the stock');
    player.shadowRoot!.querySelector<HTMLElement>('[part~=add-to-cart]')!.click();
    await until(() => player.state.get().refreshed.get('mug')?.stock === 2, 'the stock after it');
  });

  it('shows the price of now at the hotspot', async () => {
    const player = await mount(manifestOf());
    await play(player);
    player.refreshProducts = () => [{ id: 'mug', price: euros(2100) }];
    const hotspot = await hotspotOf(player, 'mug');
    hotspot.dispatchEvent(new PointerEvent('pointerenter'));
    ok(hotspot.textContent!.includes('19'), hotspot.textContent!);
    await player.openProduct('mug');
    await until(() => priceOf(player, 'mug'), 'the price');
    hotspot.dispatchEvent(new PointerEvent('pointerenter'));
    ok(hotspot.textContent!.includes('21') && !hotspot.textContent!.includes('19'), hotspot.textContent!);
  });

  const fails: [string, (player: object) => void][] = [
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['answers nonsense', () => 'yes'],
    ['names a product that is none', () => [{ id: 'chair', stock: 1 }]],
    ['gives a price that is none', () => [{ id: 'mug', price: { minor: 1.5, currency: 'EUR' } }]],
  ];
  for (const [what, answer] of fails) {
    it(`keeps what was known where the page ${what}, and tells its developer`, async () => {
      const { player, errors } = await mountHearing(manifestOf());
      player.refreshProducts = answer as unknown as () => ProductFacts[];
      await player.openProduct('mug');
      await until(() => errors.some(({ error }) => error.code === 'refresh-failed'), 'it is told');
      equal(player.state.get().refreshed.size, 0, 'nothing is changed');
      ok(player.shadowRoot!.querySelector('dialog.card[open]'), 'the card is open');
    });
  }
});
