import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { deepEqual } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { lamp, MEDIA, manifestOf, mp4, mug } from '../support/manifest.js';
import { card, mount } from '../support/players.js';

const { axe } = globalThis as unknown as { axe: { run(target: Element): Promise<AxeResults> } };

async function clean(player: Element) {
  const { violations } = await axe.run(player);
  deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
    [],
    'violations',
  );
}

const still = (role: 'angle' | 'closeup' | 'scale', n: number) => ({
  role,
  src: `${MEDIA}/poster.png?${role}${n}`,
  alt: `${role} ${n}`,
});
const full = {
  ...mug,
  rating: { value: 4.6, count: 158 },
  media: [
    still('angle', 0),
    still('angle', 1),
    still('closeup', 0),
    still('scale', 0),
    { role: 'lifestyle' as const, src: mp4.src, type: 'video/mp4', alt: 'A mug is filled' },
  ],
  dimensions: [{ name: 'Height', value: 9.5, unit: 'cm', from: { x: 0.2, y: 0.1 }, to: { x: 0.2, y: 0.9 } }],
  facts: [{ name: 'Material', value: 'Stoneware' }],
  options: [
    { name: 'Glaze', values: [{ value: 'Sand', swatch: '#dcc' }, 'Ink'] },
    { name: 'Size', values: ['S', 'L'] },
  ],
  variants: [
    { id: 'sand', options: ['Sand', 'S'], stock: 2 },
    { id: 'ink', options: ['Ink', 'L'] },
  ],
  complements: ['lamp'],
  bundles: [{ id: 'evening', products: ['mug', 'lamp'], priceMinor: 13000 }],
};

describe('axe finds nothing to mend in the card', () => {
  for (const width of [960, 320]) {
    it(`with everything in it, in ${width} pixels`, async () => {
      const player = await mount(manifestOf({ products: [full, lamp], hotspots: [] }), { style: `width:${width}px` });
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      player.addEventListener('shoppable-wishlist', (event) => event.respondWith(true));
      await player.openProduct('mug');
      const dialog = await card(player);
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      await until(() => inside(player, '[part=set__bundle]'), 'the set');
      await clean(player);
      for (const [role, drawn] of [
        ['closeup', '[part=gallery__zoom]'],
        ['scale', '.lines b'],
        ['lifestyle', '[part=gallery__play]'],
      ] as const) {
        inside(player, `[data-role=${role}]`)!.click();
        await until(() => inside(player, drawn), role);
        await clean(player);
        if (role !== 'closeup') continue;
        inside(player, drawn)!.click();
        await until(() => inside(player, '[part=gallery__zoom][aria-pressed=true]'), 'zoomed');
        await clean(player);
      }
      inside(player, '[part=card__compare]')!.click();
      await until(() => inside(player, 'table'), 'the comparison');
      await clean(player);
    });
  }
});
