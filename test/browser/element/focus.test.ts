import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import {
  engineName,
  focused,
  inside,
  press,
  pressShiftTab,
  surroundWithLinks,
  tabTo,
  until,
} from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { card, holdAt, hotspotOf, mount, play } from '../support/players.js';

const film = (more = {}) =>
  manifestOf({ products: [mug, lamp], hotspots: [still('mug'), still('lamp', 0.7)], ...more });
const nameOf = (element: Element | null) =>
  element?.getAttribute('aria-label') ?? element?.className ?? element?.localName ?? 'nothing';

async function held(width: number, manifest = film(), more = {}): Promise<ShoppableVideo> {
  const player = await mount(manifest, { style: `width:${width}px`, ...more });
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await play(player);
  await holdAt(player, 1);
  return player;
}

/** What Tab stops at inside, in its order. */
const stopsIn = (dialog: Element) =>
  [...dialog.querySelectorAll<HTMLElement>('button, a[href], input, select, [tabindex="0"]')].filter(
    (stop) =>
      stop.tabIndex >= 0 && !(stop as HTMLButtonElement).disabled && stop.checkVisibility({ visibilityProperty: true }),
  );

describe('Tab in the card', () => {
  it('goes round in the sheet, both ways, and never to the page behind it', async () => {
    const player = await held(400);
    const { before, after } = surroundWithLinks(player);
    (await hotspotOf(player, 'mug')).focus();
    await press('Enter');
    const dialog = (await card(player)) as HTMLDialogElement;
    ok(dialog.matches(':modal'), 'It is modal.');
    const stops = stopsIn(dialog);
    ok(stops.length > 4, `${stops.length} stops`);
    const visited = new Set<Element>();
    const look = (key: string) => {
      const stop = focused()!;
      // Between two rounds the browser's own controls may have it.
      ok(stop === document.body || dialog.contains(stop), `${key} came to ${nameOf(stop)}.`);
      if (stop !== document.body) visited.add(stop);
    };
    // In Firefox past an end are its own controls, see `tabTo`: it is followed to both ends.
    const [there, back] =
      engineName() === 'Firefox' ? [stops.length - 1, stops.length - 1] : [stops.length + 2, stops.length + 2];
    stops[0]!.focus();
    for (let i = 0; i < there; i += 1) {
      await press('Tab');
      look('Tab');
    }
    if (engineName() === 'Firefox') equal(focused(), stops.at(-1)!, 'last');
    visited.clear();
    stops.at(-1)!.focus();
    for (let i = 0; i < back; i += 1) {
      await pressShiftTab();
      look('Shift+Tab');
    }
    ok(
      stops.slice(1, -1).every((stop) => visited.has(stop)),
      'Shift+Tab came to each stop.',
    );
    // Nor can a script of the page, or a click, bring it behind.
    before.focus();
    after.focus();
    ok(dialog.contains(focused()) || focused() === document.body, `The focus is on ${nameOf(focused())}.`);
    await press('Escape');
    await until(() => !inside(player, 'dialog'), 'it is closed');
    before.remove();
    after.remove();
  });

  it('leaves the card beside the film, which is not modal', async () => {
    const player = await held(900);
    const { before, after } = surroundWithLinks(player);
    await player.openProduct('mug');
    const dialog = (await card(player)) as HTMLDialogElement;
    ok(!dialog.matches(':modal'), 'It is not modal.');
    stopsIn(dialog).at(-1)!.focus();
    await tabTo((stop) => stop === after, 'the link after the player');
    before.focus();
    await tabTo((stop) => !dialog.contains(stop) && player.shadowRoot!.contains(stop), 'the film beside the card');
    await tabTo((stop) => dialog.contains(stop), 'the card again');
    before.remove();
    after.remove();
  });
});

describe('the focus goes back', () => {
  for (const width of [900, 400]) {
    const close = async (player: ShoppableVideo) => {
      await press('Escape');
      await until(() => !inside(player, 'dialog'), 'it is closed');
    };

    it(`to the hotspot, ${width} pixels wide`, async () => {
      const player = await held(width);
      const hotspot = await hotspotOf(player, 'lamp');
      hotspot.focus();
      await press('Enter');
      await card(player);
      await close(player);
      ok(focused() === hotspot, `It is on ${nameOf(focused())}.`);
    });

    it(`to the controls where the hotspot’s time has meanwhile passed, ${width} pixels wide`, async () => {
      const hotspots = [{ ...still('mug'), end: 2 }, still('lamp', 0.7)];
      const player = await held(width, film({ hotspots }));
      (await hotspotOf(player, 'mug')).focus();
      await press('Enter');
      await card(player);
      await holdAt(player, 4);
      await close(player);
      ok(focused()?.matches('.play'), `It is on ${nameOf(focused())}.`);
    });

    it(`to the chip at the edge, ${width} pixels wide`, async () => {
      const hotspots = [still('mug', 0.02, 0.5), still('lamp', 0.7)];
      const style = `width:${width}px;height:${width * 1.5}px;aspect-ratio:auto`;
      const player = await held(width, film({ hotspots }), { fit: 'cover', style });
      const chip = await until(() => inside(player, '.chip'), 'the chip');
      chip.focus();
      await press('Enter');
      await card(player);
      await close(player);
      ok(focused()?.matches('.chip[data-product-id=mug]'), `It is on ${nameOf(focused())}.`);
    });

    it(`to the item of the list, ${width} pixels wide`, async () => {
      const player = await held(width);
      inside(player, '[part=scene-toggle]')!.click();
      const item = await until(() => inside(player, '.scene [data-product-id=lamp]'), 'the list');
      item.focus();
      await press('Enter');
      await card(player);
      await close(player);
      ok(focused() === item, `It is on ${nameOf(focused())}.`);
    });

    it(`to the tile of the shelf, ${width} pixels wide`, async () => {
      const player = await held(width, film(), { id: 'film' });
      const shelf = await mountPart('shoppable-shelf', { for: 'film' });
      const tile = await one(shelf, '.product[data-product-id=lamp]');
      tile.focus();
      await press('Enter');
      await card(player);
      await close(player);
      ok(focused() === tile, `It is on ${nameOf(focused())}.`);
    });
  }
});
