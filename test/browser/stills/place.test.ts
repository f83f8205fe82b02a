import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import { quantile, type Truth } from '../../support/overlay-error.js';
import { COFFEE, inside, until } from '../../support/page.js';
import { mount } from '../support/players.js';
import { difference, pictureOf, saveData, stillsOf } from '../support/stills.js';

const LIMIT = 0.01;

/** Where a picture of 16:9 lies in a box that it fills or fits, told apart from the player's own arithmetic. */
function pictureIn(box: DOMRect, fit: 'contain' | 'cover') {
  const ratio = 16 / 9;
  const byWidth = fit === 'cover' ? box.width / box.height > ratio : box.width / box.height < ratio;
  const width = byWidth ? box.width : box.height * ratio;
  const height = width / ratio;
  return { left: box.left + (box.width - width) / 2, top: box.top + (box.height - height) / 2, width, height };
}

async function errorsOn(player: ShoppableVideo, truth: Truth, fit: 'contain' | 'cover'): Promise<number[]> {
  const errors: number[] = [];
  const picture = await pictureOf(player);
  for (let tile = 0; tile < 15; tile += 1) {
    player.currentTime = tile * 2 + 1;
    equal(player.currentTime, tile * 2 + 1, 'the moment of the still');
    const { scene } = player.state.get();
    await until(
      () => scene.every(({ id }) => inside(player, `.hotspot[data-hotspot-id="${id}"]`)),
      'the hotspots of the moment',
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    ok((await difference(picture, (tile % 5) * 320, Math.floor(tile / 5) * 180)) < 0.03, `still ${tile} is shown`);
    const { left, top, width, height } = pictureIn(player.getBoundingClientRect(), fit);
    for (const { id, product } of scene) {
      const spot = inside(player, `.hotspot[data-hotspot-id="${id}"]`)!.getBoundingClientRect();
      // the frame that the still was made from, as it was rendered
      const centre = truth.products[product]![Math.round(player.currentTime * truth.fps)];
      ok(centre, `${product} is in the picture at ${player.currentTime} s`);
      const dx = spot.left + spot.width / 2 - (left + centre[0] * width);
      const dy = spot.top + spot.height / 2 - (top + centre[1] * height);
      errors.push(Math.hypot(dx, dy) / width);
    }
  }
  return errors;
}

describe('hotspots lie on their products in pictures of the film', () => {
  const setting: { restore(): void }[] = [];
  beforeEach(() => void setting.push(saveData()));
  afterEach(() => setting.splice(0).forEach((one) => void one.restore()));

  for (const [fit, style] of [
    ['contain', 'width:640px'],
    ['contain', 'width:480px;height:400px;aspect-ratio:auto'],
    ['cover', 'width:300px;height:480px;aspect-ratio:auto'],
  ] as const) {
    it(`${fit}, ${style}`, async () => {
      const truth = (await (await fetch(`${COFFEE}/truth.json`)).json()) as Truth;
      const player = await mount(`${COFFEE}/manifest.json`, { style, fit });
      await player.play();
      await stillsOf(player);
      const errors = await errorsOn(player, truth, fit);
      ok(errors.length >= 30, `only ${errors.length} hotspots were seen`);
      const worst = quantile(errors, 1);
      console.log(`${fit}: worst ${(worst * 100).toFixed(3)} % of the picture's width, ${errors.length} hotspots`);
      ok(worst <= LIMIT, `${(worst * 100).toFixed(2)} % of the picture's width`);
    });
  }
});
