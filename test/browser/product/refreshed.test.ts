import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import type { Product } from '../../../src/schema/manifest.js';
import { equal, ok } from '../../support/assert.js';
import { focused, inside } from '../../support/page.js';
import { manifestOf, mug } from '../support/manifest.js';
import { card, mount } from '../support/players.js';

const cup = {
  ...mug,
  options: [{ name: 'Glaze', values: ['Sand', 'Ink'] }],
  variants: [
    { id: 'sand', options: ['Sand'] },
    { id: 'ink', options: ['Ink'], price: { minor: 2100, currency: 'EUR' } },
  ],
};

const text = (player: Element, selector: string) => inside(player, selector)!.textContent!.replace(/\s+/g, ' ').trim();

/** The shop tells of a product while its card is open. */
function refresh(player: ShoppableVideo, change: (product: Product) => Product): void {
  const { manifest, refreshed } = player.state.get();
  const product = refreshed.get('mug') ?? manifest!.products[0]!;
  player.state.set({ refreshed: new Map(refreshed).set('mug', change(product)) });
}

async function open() {
  const player = await mount(manifestOf({ products: [cup], hotspots: [] }));
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await player.openProduct('mug', 'ink');
  return { player, dialog: await card(player) };
}

const priced = (minor: number) => (product: Product) => ({
  ...product,
  variants: product.variants.map((one) => (one.id === 'ink' ? { ...one, price: { minor, currency: 'EUR' } } : one)),
});

describe('a product that the shop describes anew while its card is open', () => {
  it('shows the new price, says so, and keeps choice, quantity and focus', async () => {
    const { player, dialog } = await open();
    dialog.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
    const ink = dialog.querySelector<HTMLElement>('.value[aria-checked=true]')!;
    ink.focus();
    refresh(player, priced(2500));
    equal(text(player, '[part=card__price]'), '€25.00', 'price');
    equal(text(player, '[part=card__outcome]'), 'The price is now €25.00.', 'said');
    equal(focused(), ink, 'focus');
    equal(ink.getAttribute('aria-checked'), 'true', 'choice');
    equal(dialog.querySelector('output')!.textContent, '2', 'quantity');
  });

  it('says nothing where the price of what is chosen stays', async () => {
    const { player } = await open();
    refresh(player, (product) => ({ ...product, price: { minor: 1, currency: 'EUR' }, stock: 4 }));
    equal(text(player, '[part=card__outcome]'), '', 'said');
    equal(text(player, '[part=card__price]'), '€21.00', 'price');
  });

  it('cannot be bought any more once it is sold out', async () => {
    const { player } = await open();
    refresh(player, (product) => ({ ...product, variants: product.variants.map((one) => ({ ...one, stock: 0 })) }));
    equal(inside(player, '[part=add-to-cart]')!.getAttribute('aria-disabled'), 'true', 'button');
    equal(text(player, '[part=card__outcome]'), 'This product is sold out.', 'said');
    refresh(player, (product) => ({ ...product, variants: product.variants.map((one) => ({ ...one, stock: 2 })) }));
    equal(inside(player, '[part=add-to-cart]')!.getAttribute('aria-disabled'), 'false', 'button');
    ok(text(player, '[part=card__stock]').includes('2'), 'stock');
  });
});
