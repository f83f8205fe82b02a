import { equal, ok } from '../../support/assert.js';
import { inside, press, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { card, holdAt, mount, play } from '../support/players.js';

const sizes = {
  ...mug,
  name: 'Mug (large)',
  options: [{ name: 'Size', values: ['250 ml', '500 ml'] }],
  variants: [
    { id: 's', options: ['250 ml'] },
    { id: 'm', options: ['500 ml'] },
  ],
};

async function open(width: number) {
  const player = await mount(manifestOf({ products: [sizes, lamp], hotspots: [still('mug'), still('lamp', 0.7)] }), {
    locale: 'ar',
    id: 'film',
    style: `width: ${width}px`,
  });
  await until(() => inside(player, '.stage')!.dir === 'rtl', 'the direction');
  await play(player);
  return player;
}
const box = (player: Element, selector: string) => inside(player, selector)!.getBoundingClientRect();
const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by;

describe('from right to left', () => {
  it('time runs from left to right on the bar, and the keys with it', async () => {
    const player = await open(640);
    await holdAt(player, 3);
    ok(box(player, '.controls .play').right < box(player, '[part=mute]').left, 'The bar is not mirrored.');
    await until(() => box(player, '.fill').width > 50, 'what has been played');
    ok(near(box(player, '.fill').left, box(player, '.track').left, 1), 'What has been played begins at the left.');
    player.tabIndex = -1;
    player.focus();
    await press('ArrowLeft');
    await until(() => player.currentTime < 1, 'five seconds back');
    await press('ArrowRight');
    await until(() => player.currentTime > 4.5, 'five seconds on');
    const slider = inside<HTMLInputElement>(player, '.seek input')!;
    await holdAt(player, 2);
    slider.focus();
    await press('ArrowRight');
    await until(() => Number(slider.value) > 2.01, 'the slider goes on');
  });

  it('the card opens where lines end, and the bar makes room for it', async () => {
    const player = await open(960);
    await player.openProduct('mug');
    const dialog = await card(player);
    await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
    const [own, at] = [player.getBoundingClientRect(), dialog.getBoundingClientRect()];
    ok(at.left - own.left < 20, 'It is on the left.');
    for (const part of ['.controls .play', '.time', '.track', '[part=mute]'])
      ok(box(player, part).left >= at.right, `${part} is beside it.`);
    ok(box(player, '[part=fullscreen]').right <= own.right, 'The bar is in the player.');
    ok(box(player, '.close').right < box(player, 'h2').right, 'The cross is at the end.');
  });

  it('names of another script keep their order, in line with the rest', async () => {
    const player = await open(640);
    await player.openProduct('mug');
    const dialog = await card(player);
    const value = dialog.querySelector<HTMLElement>('.value [dir=auto]')!;
    equal(getComputedStyle(value).direction, 'ltr', 'of "250 ml"');
    const name = dialog.querySelector<HTMLElement>('h2')!;
    equal(getComputedStyle(name.firstElementChild!).direction, 'ltr', 'of the name');
    const range = document.createRange();
    range.selectNodeContents(name);
    const { right } = name.getBoundingClientRect();
    ok(near(range.getBoundingClientRect().right, right, 2), 'It begins at the right.');
    ok(box(player, '.close').right < range.getBoundingClientRect().left, 'The cross is beside it.');
  });

  it('arrow keys go where they point: to the left is forward in a row', async () => {
    const player = await open(640);
    await player.openProduct('mug');
    const dialog = await card(player);
    const [first, second] = dialog.querySelectorAll<HTMLElement>('.value');
    ok(second!.getBoundingClientRect().right < first!.getBoundingClientRect().left, 'The second is on the left.');
    first!.focus();
    await press('ArrowLeft');
    await until(() => second!.getAttribute('aria-checked') === 'true', 'the second');
    await player.closeProduct();

    const shelf = await mountPart('shoppable-shelf', { for: 'film', layout: 'rail' });
    (await one(shelf, '.product')).focus();
    await press('ArrowLeft');
    await until(() => shelf.shadowRoot!.activeElement?.matches('li:nth-child(2) *'), 'the next on the shelf');
  });
});
