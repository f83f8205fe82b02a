import { equal, ok } from '../../support/assert.js';
import { click, engineName, inside, until } from '../../support/page.js';
import { HLS_TYPE, hls, MEDIA, manifestOf, missing, mp4 } from '../support/manifest.js';
import { failing } from '../support/network.js';
import { errorOf, heard, mount, play, videoOf } from '../support/players.js';

const gap = { src: `${MEDIA}/hls/high/gap.m3u8`, type: HLS_TYPE };
const mount1 = (sources: { src: string; type: string }[], attributes = {}) =>
  mount(manifestOf({ media: { sources } }), attributes);
const chromium = engineName() === 'Chromium';

describe('who plays the source', () => {
  it('hls.js plays HLS', async () => {
    const player = await mount1([hls], { engine: 'hls' });
    const video = await play(player);
    equal(player.state.get().engine, 'hls', 'engine');
    await until(() => video.currentTime > 1, 'a second');
    equal(video.videoWidth, 320, 'width of the picture');
  });

  it('the browser plays HLS itself where it can, and hls.js where it cannot', async () => {
    for (const engine of ['native', 'auto']) {
      const player = await mount1([hls], { engine });
      await play(player);
      equal(player.state.get().engine, chromium ? 'native' : 'hls', `engine for ${engine}`);
      player.remove();
    }
  });

  it('an MP4 plays without hls.js', async () => {
    const player = await mount1([mp4]);
    await play(player);
    equal(player.state.get().engine, 'file', 'engine');
  });

  it('a source that is not there is passed over', async () => {
    const player = await mount1([missing, mp4]);
    const errors = heard(player, 'shoppable-error');
    await play(player);
    ok(videoOf(player).currentSrc.endsWith('clip.mp4'), 'The second source plays.');
    equal(errors.length, 0, 'errors');
  });

  it('a playlist that is not there is passed over', async () => {
    const player = await mount1([{ ...hls, src: `${MEDIA}/none.m3u8` }, mp4], { engine: 'native' });
    await play(player);
    ok(videoOf(player).currentSrc.endsWith('clip.mp4'), 'The second source plays.');
  });

  for (const engine of ['auto', 'native']) {
    it(`a segment that is missing is got over in the same place (${engine})`, async function () {
      this.timeout(40_000);
      // hls.js steps over the gap; a browser's own HLS errs for good, and what stands behind it takes over
      const player = await mount1([gap, mp4], { engine });
      const errors = heard(player, 'shoppable-error');
      const video = await play(player);
      const times: number[] = [];
      const watch = () => times.push(video.currentTime);
      video.addEventListener('timeupdate', watch);
      await until(() => video.currentTime > 4.2, 'it plays past the gap', 30_000);
      video.removeEventListener('timeupdate', watch);
      const fell = times.filter((time, i) => i > 0 && time < times[i - 1]! - 1);
      ok(fell.length === 0, `The clock fell back: ${times.map((time) => time.toFixed(1)).join(' ')}`);
      equal(errors.length, 0, 'errors');
      equal(player.paused, false, 'paused');
      ok(!inside(player, '.problem'), 'no message');
    });
  }

  it('when nothing plays it says so, and the button tries again', async function () {
    this.timeout(40_000);
    const network = failing(/high\/list\.m3u8/);
    try {
      const player = await mount1([hls], { engine: 'hls' });
      const errors = heard(player, 'shoppable-error');
      player.play().catch(() => {});
      await errorOf(errors, 'media-network');
      const retry = await until(() => inside(player, '.problem button'), 'the button', 30_000);
      equal(inside(player, '.problem')!.getAttribute('role'), 'alert', 'role');
      ok(inside(player, '.problem p')!.textContent!.includes('could not be loaded'), 'The message is readable.');
      // With the list of what the film sells it goes to the edge.
      await until(() => inside(player, '.stills'), 'what stands in for the film');
      network.restore();
      await click(retry);
      await until(() => player.currentTime > 0, 'it plays');
      ok(!inside(player, '.problem'), 'no message');
    } finally {
      network.restore();
    }
  });
});
