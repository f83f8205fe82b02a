import { sendMouse } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import { click, focused, inside, press, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { card, heard, holdAt, hotspotOf, mount, play } from '../support/players.js';

const PORTRAIT = 'width:270px;height:480px';

/** In a portrait box `cover` shows the middle third of a wide picture: the mug is beyond its left, the lamp its right. */
const across = () => manifestOf({ products: [mug, lamp], hotspots: [still('mug', 0.1, 0.4), still('lamp', 0.9, 0.4)] });

async function cropped(manifest = across(), attributes: Record<string, string> = {}): Promise<ShoppableVideo> {
  const player = await mount(manifest, { style: PORTRAIT, fit: 'cover', ...attributes });
  await play(player);
  await holdAt(player, 1);
  return player;
}

const chipOf = (player: ShoppableVideo, product: string) =>
  until(() => inside(player, `.chip[data-product-id="${product}"]`), `a chip of ${product}`);

describe('what cover crops out', () => {
  it('is a chip at the nearest edge, wholly inside, 44 pixels large', async () => {
    const player = await cropped();
    const box = player.getBoundingClientRect();
    const chips = [await chipOf(player, 'mug'), await chipOf(player, 'lamp')];
    for (const { offsetWidth, offsetHeight } of chips) ok(Math.min(offsetWidth, offsetHeight) >= 44, `${offsetWidth}`);
    const [left, right] = chips.map((chip) => chip.getBoundingClientRect());
    ok(left!.left >= box.left && left!.right < box.left + 60, 'the mug is at the left');
    ok(right!.right <= box.right && right!.left > box.right - 60, 'the lamp is at the right');
    for (const { top, bottom } of [left!, right!]) ok(top >= box.top && bottom <= box.bottom, 'inside the box');
    equal(getComputedStyle(await hotspotOf(player, 'mug')).visibility, 'hidden', 'its hotspot is not offered twice');
  });

  it('is at the upper and the lower edge of a wide strip', async () => {
    const player = await cropped(
      manifestOf({ products: [mug, lamp], hotspots: [still('mug', 0.5, 0.05), still('lamp', 0.5, 0.95)] }),
      { style: 'width:640px;height:180px' },
    );
    const box = player.getBoundingClientRect();
    ok((await chipOf(player, 'mug')).getBoundingClientRect().top < box.top + 40, 'above');
    const below = (await chipOf(player, 'lamp')).getBoundingClientRect();
    ok(below.bottom > box.top + 90 && below.bottom <= box.bottom - 40, 'below, over the controls');
  });

  it('opens its product, and says that it was a chip', async () => {
    const player = await cropped();
    const clicked = heard(player, 'shoppable-hotspot-clicked');
    const asked = heard(player, 'shoppable-open-product');
    await click(await chipOf(player, 'mug'));
    await card(player);
    equal(clicked.map(({ productId, via }) => `${productId} ${via}`).join(), 'mug chip');
    equal(asked[0]?.via, 'chip');
    await press('Escape');
    await until(() => focused()?.matches('.chip[data-product-id="mug"]'), 'the focus is on the chip again');
  });

  it('keeps the focus when the box becomes narrow, and when it becomes wide again', async () => {
    const player = await cropped(across(), { style: 'width:640px;height:360px' });
    (await hotspotOf(player, 'mug')).focus();
    player.style.cssText = PORTRAIT;
    await chipOf(player, 'mug');
    await until(() => focused()?.matches('.chip[data-product-id="mug"]'), 'the chip has the focus');
    player.style.cssText = 'width:640px;height:360px';
    await until(() => getComputedStyle(inside(player, '.hotspot')!).visibility === 'visible', 'the hotspot is back');
    ok(focused()?.matches('.chip'), 'the chip stays under the focus');
    focused()!.dispatchEvent(new FocusEvent('focusout'));
    inside(player, '.play')!.focus();
    await until(() => !inside(player, '.chip'), 'the chips are gone');
  });

  for (const [what, hold, leave] of [
    [
      'the pointer is on it',
      (chip: HTMLElement) => {
        const { x, y, width, height } = chip.getBoundingClientRect();
        return sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      },
      () => sendMouse({ type: 'move', position: [700, 5] }),
    ],
    [
      'it has the focus',
      async (chip: HTMLElement) => chip.focus(),
      async (player: ShoppableVideo) => inside(player, '.play')!.focus(),
    ],
  ] as const) {
    it(`stays past its time while ${what}, and goes then`, async () => {
      const player = await cropped(
        manifestOf({
          products: [mug, lamp],
          hotspots: [{ ...still('mug', 0.1, 0.4), end: 2 }, still('lamp', 0.9, 0.4)],
        }),
      );
      const chip = await chipOf(player, 'mug');
      await hold(chip);
      await holdAt(player, 4);
      await until(() => player.state.get().scene.length === 1, 'its time is over');
      await new Promise((resolve) => setTimeout(resolve, 400));
      ok(chip.isConnected && inside(player, '.chip[data-product-id=mug]') === chip, 'It is still there.');
      await leave(player);
      await until(() => !chip.isConnected, 'it is gone', 2000);
    });
  }

  it('counts as seen by its chip', async () => {
    const player = await mount(across(), { style: PORTRAIT, fit: 'cover' });
    const exposed = heard(player, 'shoppable-hotspot-exposed');
    await play(player);
    await until(() => exposed.length >= 2, 'both were seen', 8000);
    equal([...new Set(exposed.map(({ via }) => via))].join(), 'chip');
  });

  it('is offered as many times as the edge has room for', async () => {
    const products = Array.from({ length: 12 }, (_, n) => ({ ...mug, id: `p${n}`, name: `Product ${n}` }));
    const player = await cropped(manifestOf({ products, hotspots: products.map(({ id }) => still(id, 0.05, 0.5)) }));
    await chipOf(player, 'p0');
    const chips = [...player.shadowRoot!.querySelectorAll('.chip')].map((chip) => chip.getBoundingClientRect());
    ok(chips.length >= 5 && chips.length < 12, `${chips.length} chips`);
    const box = player.getBoundingClientRect();
    for (const [i, chip] of chips.entries()) {
      ok(chip.top >= box.top && chip.bottom <= box.bottom - 56, 'none lies over the controls');
      ok(!i || chip.top >= chips[i - 1]!.bottom, 'none lies over another');
    }
  });
});
