import { emulateMedia } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { engineName, until } from '../../support/page.js';
import { lamp, manifestOf, mug } from '../support/manifest.js';
import { holdAt, hotspotOf, hotspots, mount, play } from '../support/players.js';

const moving = (product: string, y: number) => ({
  id: `${product}-spot`,
  product,
  start: 0,
  end: 6,
  keyframes: [
    { t: 0, x: 0.1, y },
    { t: 6, x: 0.9, y },
  ],
});
const film = () => manifestOf({ products: [mug, lamp], hotspots: [moving('mug', 0.3), moving('lamp', 0.6)] });

/** How often the page asks for a later call, by what it asks. */
function countCalls() {
  const counts = { timers: 0, frames: 0, videoFrames: 0 };
  const { setTimeout, setInterval, requestAnimationFrame } = window;
  const media = HTMLVideoElement.prototype;
  const { requestVideoFrameCallback } = media;
  const count = <F extends (...words: never[]) => unknown>(key: keyof typeof counts, real: F, self?: unknown) =>
    function (this: unknown, ...words: never[]) {
      counts[key] += 1;
      return real.apply(self ?? this, words);
    } as F;
  window.setTimeout = count('timers', setTimeout as never, window) as unknown as typeof setTimeout;
  window.setInterval = count('timers', setInterval as never, window) as unknown as typeof setInterval;
  window.requestAnimationFrame = count('frames', requestAnimationFrame, window);
  if (requestVideoFrameCallback) media.requestVideoFrameCallback = count('videoFrames', requestVideoFrameCallback);
  return {
    counts,
    /** A second that is not counted itself. */
    second: () => new Promise((resolve) => setTimeout(resolve, 1000)),
    restore() {
      Object.assign(window, { setTimeout, setInterval, requestAnimationFrame });
      if (requestVideoFrameCallback) media.requestVideoFrameCallback = requestVideoFrameCallback;
    },
  };
}

const animations = (player: ShoppableVideo) => hotspots(player).flatMap((hotspot) => hotspot.getAnimations());

describe('what hotspots cost', () => {
  it('no attribute is written while they move', async () => {
    const player = await mount(film());
    const video = await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    await until(() => video.currentTime > 0.5, 'it has begun');
    const writes: string[] = [];
    const observer = new MutationObserver((records) =>
      writes.push(...records.map(({ attributeName }) => `${attributeName}`)),
    );
    for (const one of hotspots(player)) observer.observe(one, { attributes: true, subtree: true, childList: true });
    const from = { time: video.currentTime, x: hotspot.getBoundingClientRect().x };
    await until(() => video.currentTime > from.time + 1, 'a second');
    observer.disconnect();
    ok(hotspot.getBoundingClientRect().x > from.x + 50, 'It has moved.');
    deepEqual(writes, [], 'writes');
    equal(hotspot.getAttribute('style'), null, 'style');
  });

  it('paused, nothing runs: no animation, no timer, no frame', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 2);
    await Promise.all(
      player
        .shadowRoot!.getAnimations?.()
        .filter(({ playState }) => playState === 'running')
        .map(({ finished }) => finished) ?? [],
    );
    let counts: ReturnType<typeof countCalls>['counts'] | undefined;
    // what had been begun before, such as a download, may end first
    for (let tries = 0; tries < 4 && (!counts || Object.values(counts).some(Boolean)); tries++) {
      const calls = countCalls();
      await calls.second();
      calls.restore();
      counts = calls.counts;
    }
    deepEqual(counts, { timers: 0, frames: 0, videoFrames: 0 }, 'calls');
    ok(animations(player).length >= 2, 'There are animations.');
    const running = animations(player).filter(({ playState }) => playState === 'running');
    equal(running.length, 0, 'running animations');
  });

  it('out of sight, their animations stand', async () => {
    const player = await mount(film());
    const video = await play(player);
    await hotspotOf(player, 'mug');
    const room = document.createElement('div');
    room.style.height = '5000px';
    player.before(room);
    scrollTo(0, 0);
    await until(() => !player.state.get().onScreen, 'it is out of sight');
    await until(() => animations(player).every(({ playState }) => playState !== 'running'), 'nothing moves', 3000);
    room.remove();
    await until(() => player.state.get().onScreen, 'it is in sight');
    ok(!video.paused, 'It plays.');
    await until(() => animations(player).some(({ playState }) => playState === 'running'), 'they move again', 3000);
  });

  it('who wants less motion sees them appear without any', async function () {
    if (engineName() !== 'Chromium') this.skip();
    const appearing = async () => {
      const player = await mount(film());
      await play(player);
      const dot = (await hotspotOf(player, 'mug')).querySelector('.dot')!;
      const { animationName } = getComputedStyle(dot);
      player.remove();
      return animationName;
    };
    equal(await appearing(), 'appear', 'animation');
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      equal(await appearing(), 'none', 'animation');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('10,000 hotspots leave the page responsive, and 40 are drawn at most', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      product: i % 2 ? 'mug' : 'lamp',
      start: (i % 100) / 20,
      end: (i % 100) / 20 + 1,
      keyframes: [{ t: 0, x: (i % 97) / 97, y: (i % 89) / 89 }],
    }));
    const player = await mount(manifestOf({ hotspots: many }));
    let worst = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 20);
    const video = await play(player);
    let most = 0;
    await until(() => {
      most = Math.max(most, hotspots(player).length);
      return video.currentTime > 1.5;
    }, 'it plays');
    clearInterval(beat);
    ok(most > 0 && most <= 40, `${most} were drawn.`);
    ok(worst < 2000, `The page stood still for ${Math.round(worst)} ms.`);
  });
});
