import { deepEqual, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { hls, lamp, manifestOf, mug, still } from '../support/manifest.js';
import { holdAt, hotspotOf, mount, play } from '../support/players.js';

const tracks = [{ kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' }];

/** Dots, labels and lines of captions that lie over each other. */
function clashes(player: Element): string[] {
  const lines = [...player.shadowRoot!.querySelectorAll('.captions span')].flatMap((line) => [
    ...line.getClientRects(),
  ]);
  ok(lines.length, 'Captions are shown.');
  return [...player.shadowRoot!.querySelectorAll('.hotspot > *')]
    .filter((mark) => {
      const box = mark.getBoundingClientRect();
      return lines.some(
        (line) => box.left < line.right && box.right > line.left && box.top < line.bottom && box.bottom > line.top,
      );
    })
    .map(({ className }) => className);
}

describe('captions', () => {
  for (const width of [640, 320]) {
    it(`and hotspots with their labels leave each other room, ${width} pixels wide`, async () => {
      const player = await mount(
        manifestOf({
          media: { sources: [hls], tracks },
          products: [mug, lamp],
          hotspots: [
            still('mug', 0.15, 0.45),
            { ...still('lamp', 0.5, width === 640 ? 0.75 : 0.6), start: 1.2, end: 2.2 },
          ],
        }),
        { style: `width:${width}px` },
      );
      await play(player);
      await holdAt(player, 0.8);
      inside(player, '[part=captions-toggle]')!.click();
      await until(() => inside(player, '.captions')!.textContent!.trim(), 'a caption');
      const stage = player.getBoundingClientRect();
      const place = () => (inside(player, '.captions span')!.getBoundingClientRect().top - stage.top) / stage.height;
      await hotspotOf(player, 'mug');
      deepEqual(clashes(player), [], 'at first');
      ok(place() > 0.4, `Nothing is in their way below, and they are at ${place()}.`);

      await holdAt(player, 1.7);
      (await hotspotOf(player, 'lamp')).focus();
      await until(
        () => place() < 0.3,
        () => `the captions make room; they are at ${place()}`,
        3000,
      );
      deepEqual(clashes(player), [], 'with a hotspot where they were');

      inside(player, '.play')!.focus();
      await holdAt(player, 4);
      await until(() => place() > 0.4, 'they are below again', 3000);
      deepEqual(clashes(player), [], 'at last');
    });
  }
});
