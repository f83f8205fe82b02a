import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import { engineName, inside, until } from '../../support/page.js';
import { finger, needPanning, onTouchScreen, swipe, tap } from '../../support/touch.js';
import { heard } from '../support/players.js';
import { film, marks, near, preview, ready, words } from '../support/scrubber.js';

/** Where a time is on the bar. */
function at(player: ShoppableVideo, seconds: number): readonly [x: number, y: number] {
  const { left, width, top, height } = inside(player, '.seek')!.getBoundingClientRect();
  return [left + 8 + (seconds / player.duration) * (width - 16), top + height / 2];
}

for (const [width, height] of [
  [320, 640],
  [800, 600],
] as const) {
  describe(`the seek bar under a finger, ${width} px wide`, () => {
    onTouchScreen(width, height, 'the seek bar');

    const open = async () => {
      const player = await ready(film(), { style: 'width:100%' });
      player.scrollIntoView({ block: 'nearest' });
      return player;
    };

    it('shows a preview as long as it is held, follows, and seeks', async () => {
      const player = await open();
      await finger.down(at(player, 1.8));
      await until(() => preview(player), 'there is a preview');
      await finger.move(at(player, 2.4));
      await finger.move(at(player, 3));
      await until(
        () => /0:0[23] ?Cups & mugs/.test(words(player)?.trim() ?? ''),
        () => `the chapter, not ${words(player)}`,
      );
      await finger.move(at(player, 5));
      const box = preview(player)!.getBoundingClientRect();
      const own = player.getBoundingClientRect();
      ok(box.left >= own.left && box.right <= own.right, 'It stays within the player.');
      ok(box.bottom < at(player, 5)[1], 'It is above the finger.');
      await finger.up();
      await near(player, 5).catch(() => ok(Math.abs(player.currentTime - 5) < 0.1, `${player.currentTime} s`));
      await until(() => !preview(player), 'it goes');
    });

    it('goes to the product whose marker is tapped, and elsewhere to the place', async () => {
      const player = await open();
      equal(marks(player, 'marker').length, 2, 'markers');
      await tap(at(player, 4.05));
      await near(player, 4);
      await tap(at(player, 1));
      await until(() => Math.abs(player.state.get().time - 1) < 0.1, 'the place');
      ok(!preview(player), 'No preview is left.');
    });

    it('is as high as a finger needs', async function () {
      // Only there is the screen said to be one for fingers.
      if (engineName() !== 'Chromium') this.skip();
      const player = await open();
      const reach = inside(player, '.reach')!.getBoundingClientRect();
      ok(reach.height >= 44, `${reach.height} px`);
    });

    it('lets the page scroll past it, and changes nothing by that', async function () {
      needPanning(this, 'the page drawn past the seek bar');
      const player = await open();
      document.body.style.minHeight = '2000px';
      const seeks = heard(player, 'seeking');
      const { scrollY } = window;
      const [x, y] = at(player, 4);
      await swipe([x, y], 2, -90);
      await until(() => window.scrollY > scrollY + 40, 'the page has moved');
      equal(seeks.length, 0, 'seeks');
      await until(() => !preview(player), 'no preview is left');
      document.body.style.minHeight = '';
      window.scrollTo(0, 0);
    });
  });
}
