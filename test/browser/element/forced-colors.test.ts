import { executeServerCommand } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import { engineName, inside, press, until } from '../../support/page.js';
import { openPage } from '../support/frames.js';
import { lamp, manifestOf, mp4, mug, still } from '../support/manifest.js';

const shirt = {
  ...mug,
  options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
  variants: [
    { id: 's', options: ['S'] },
    { id: 'm', options: ['M'] },
    { id: 'l', options: ['L'], availability: 'out-of-stock' as const },
  ],
};
const film = (x = 0.25) =>
  manifestOf({ media: { sources: [mp4] }, products: [shirt, lamp], hotspots: [still('mug', x), still('lamp', 0.6)] });

const partsOf = (colour: string) => {
  const [red = 0, green = 0, blue = 0, alpha = 1] = colour.match(/[\d.]+/g)!.map(Number);
  return { rgb: [red, green, blue], alpha };
};
/** Relative luminance (WCAG 2.2) of what may let a picture shine through, where that is black or white. */
function luminance(colour: string, behind: number): number {
  const { rgb, alpha } = partsOf(colour);
  const [red, green, blue] = rgb.map((part) => {
    const share = (part * alpha + behind * (1 - alpha)) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
/** The contrast of a colour to its background, over whatever picture is the worst for it. */
function contrast(one: string, background: string): number {
  const over = [0, 255].map((behind) => {
    const [dark, light] = [luminance(one, behind), luminance(background, behind)].sort((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  });
  return Math.min(...over);
}
const isSeen = (one: string, background: string, what: string) =>
  ok(
    contrast(one, background) >= 3,
    `${what}: ${one} on ${background} is ${contrast(one, background).toFixed(1)} to 1`,
  );
const look = (player: Element, selector: string) => getComputedStyle(inside(player, selector)!);

async function playing(manifest: unknown, { dist = '/dist', attributes = '' } = {}): Promise<ShoppableVideo> {
  const markup = `<shoppable-video muted ${attributes}><script type="application/json">${JSON.stringify(manifest)}</script></shoppable-video>`;
  const { player } = await openPage(markup, { dist });
  await until(() => inside(player, '.start'), 'the poster');
  return player;
}
async function begin(player: ShoppableVideo): Promise<void> {
  await player.play();
  await until(() => player.currentTime > 0.2 && player.state.get().scene.length === 2, 'it plays');
  player.pause();
}

describe('in forced colours', () => {
  before(async function () {
    if (engineName() !== 'Chromium') {
      console.log(`SKIPPED by forced colours in ${engineName()}: its driver forces none`);
      return this.skip();
    }
    await executeServerCommand('forced-colors', 'active');
  });
  after(async () => {
    if (engineName() === 'Chromium') await executeServerCommand('forced-colors', 'none');
  });

  // The marks of the seek bar come when nothing else is to be done, and may never come.
  for (const dist of ['/dist', '/without/scrubber/dist']) {
    const when = dist === '/dist' ? 'with the marks of the seek bar' : 'before the marks of the seek bar have come';
    it(`the poster, controls and hotspots are seen ${when}`, async () => {
      const player = await playing(film(), { dist });
      isSeen(look(player, '.start svg').fill, look(player, '.start i').backgroundColor, 'play');
      const count = await until(() => inside(player, '.count'), 'the number of products');
      isSeen(getComputedStyle(count).color, getComputedStyle(count).backgroundColor, 'number of products');
      await begin(player);
      if (dist === '/dist') await until(() => inside(player, '.marker'), 'the marks');
      for (const button of player.shadowRoot!.querySelectorAll('.controls button')) {
        const { color, backgroundColor } = getComputedStyle(button);
        isSeen(color, backgroundColor, button.part.value);
      }
      isSeen(look(player, '.fill').backgroundColor, look(player, '.track').backgroundColor, 'bar');
      isSeen(look(player, '.hotspot .dot').borderColor, look(player, '.hotspot .dot').backgroundColor, 'hotspot');
      if (dist === '/dist') {
        equal(look(player, '.track').outlineStyle, 'solid', 'outline of the bar');
        isSeen(look(player, '.marker').backgroundColor, look(player, '.marker').borderTopColor, 'marker');
      }
      for (const selector of ['.hotspot', '[part=mute]']) {
        inside(player, selector)!.focus();
        await press('Tab');
        const focus = player.shadowRoot!.activeElement!;
        ok(focus.matches(':focus-visible'), `Tab came to ${focus.className}.`);
        const { outlineColor, outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(focus);
        equal(outlineStyle, 'solid', 'ring');
        ok(Number.parseFloat(outlineWidth) >= 2, outlineWidth);
        if (focus.localName === 'button') isSeen(outlineColor, backgroundColor, `ring of ${focus.className}`);
      }
    });
  }

  it('a chip at the edge is seen', async () => {
    const player = await playing(film(0.02), {
      attributes: 'fit="cover" style="width:300px;height:500px;aspect-ratio:auto"',
    });
    await begin(player);
    await until(() => inside(player, '.chip'), 'the chip');
    isSeen(look(player, '.chip').borderTopColor, look(player, '.chip').backgroundColor, 'chip');
    isSeen(look(player, '.chip .label').color, look(player, '.chip .label').backgroundColor, 'its label');
  });

  it('what is chosen in the card, and what is sold out, is seen as that', async () => {
    const player = await playing(film());
    player.addEventListener('shoppable-wishlist', (event) => event.respondWith(true));
    await begin(player);
    await player.openProduct('mug');
    await until(() => inside(player, 'dialog.card[open] [aria-checked=true]'), 'the card');
    const [chosen, other, soldOut] = [...player.shadowRoot!.querySelectorAll('[part=card__option]')].map((option) =>
      getComputedStyle(option),
    );
    equal(chosen!.borderTopWidth, '3px', 'border of what is chosen');
    equal(other!.borderTopWidth, '1px', 'border of another');
    ok(chosen!.borderTopColor !== other!.borderTopColor, `both have ${chosen!.borderTopColor}`);
    isSeen(chosen!.borderTopColor, look(player, '.card').backgroundColor, 'what is chosen');
    equal(soldOut!.borderTopStyle, 'dashed', 'border of what is sold out');
    equal(look(player, '[data-hint] span').textDecorationLine, 'line-through', 'what is sold out');
    const wish = await until(() => inside(player, '[part=wishlist]'), 'the wish list');
    equal(getComputedStyle(wish).borderTopWidth, '0px', 'no wish yet');
    wish.click();
    await until(() => wish.getAttribute('aria-pressed') === 'true', 'a wish');
    equal(getComputedStyle(wish).borderTopWidth, '3px', 'border of a wish');
  });
});
