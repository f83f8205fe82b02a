import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { deepEqual } from '../../support/assert.js';
import { until } from '../../support/page.js';
import { createFakeAdapter, lineOf } from '../../unit/cart/fake-adapter.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { mount } from '../support/players.js';

const { axe } = globalThis as unknown as { axe: { run(target: Element): Promise<AxeResults> } };

/** What comes in is transparent for a moment, and would be read as having no contrast. */
async function clean(part: Element): Promise<void> {
  const root = part.shadowRoot as ShadowRoot & DocumentOrShadowRoot;
  await until(() => root.getAnimations().every(({ playState }) => playState !== 'running'), 'nothing moves');
  const { violations } = await axe.run(part);
  deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
    [],
    'violations',
  );
}

const film = () => manifestOf({ products: [{ ...mug, stock: 0 }, lamp], hotspots: [still('mug'), still('lamp', 0.7)] });

describe('axe finds nothing to mend', () => {
  for (const layout of ['list', 'rail', 'sheet']) {
    it(`in the shelf as a ${layout}`, async () => {
      const player = await mount(film(), { id: 'film' });
      player.addEventListener('shoppable-wishlist', (event) => event.respondWith(true));
      const shelf = await mountPart('shoppable-shelf', {
        for: 'film',
        layout,
        ...(layout === 'sheet' && { open: '' }),
      });
      await one(shelf, '.product');
      player.state.set({ scene: player.state.get().manifest!.hotspots.slice(0, 1) });
      await one(shelf, '.now');
      await clean(shelf);
    });
  }

  for (const attributes of [{}, { compact: '', open: '' }] as Record<string, string>[]) {
    it(`in the cart with ${JSON.stringify(attributes)}`, async () => {
      const { adapter } = createFakeAdapter([lineOf('mug', 2), lineOf('lamp', 1)]);
      await mount(film(), { id: 'film' }, (created) => {
        created.cartAdapter = { ...adapter, checkout: () => {} };
      });
      const cart = await mountPart('shoppable-cart', { for: 'film', ...attributes });
      await one(cart, 'a[part=cart__name]');
      await clean(cart);
    });
  }
});
