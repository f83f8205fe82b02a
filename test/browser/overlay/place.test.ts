import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { contentRect, type Fit } from '../../../src/timeline/content-rect.js';
import { ok } from '../../support/assert.js';
import { until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { holdAt, hotspotOf, mount, play } from '../support/players.js';

/** Where a hotspot's middle is, in the player's own pixels. */
function middleOf(player: ShoppableVideo, hotspot: Element): [number, number] {
  const box = player.getBoundingClientRect();
  const { x, y, width, height } = hotspot.getBoundingClientRect();
  return [x + width / 2 - box.x, y + height / 2 - box.y];
}

async function standsAt(player: ShoppableVideo, hotspot: Element, expected: [number, number], what: string) {
  const off = () => middleOf(player, hotspot).map((value, axis) => Math.abs(value - expected[axis]!));
  await until(() => Math.max(...off()) < 1, what, 3000).catch(() => {});
  ok(
    Math.max(...off()) < 1,
    `${what}: expected ${expected.map(Math.round)}, is ${middleOf(player, hotspot).map(Math.round)}`,
  );
}

/** Where a point of the picture lies in the box. */
function pointIn(box: { width: number; height: number }, fit: Fit, position: string | undefined, x: number, y: number) {
  const picture = contentRect(box, { width: 16, height: 9 }, fit, position);
  return [picture.x + x * picture.width, picture.y + y * picture.height] as [number, number];
}

describe('hotspots lie on the picture', () => {
  const shapes = { 'as wide as the picture': [640, 360], portrait: [270, 480], 'a wide strip': [640, 120] } as const;
  for (const [shape, [width, height]] of Object.entries(shapes)) {
    for (const [fit, position] of [
      ['contain', undefined],
      ['cover', undefined],
      ['cover', '20% 80%'],
      ['contain', 'left top'],
    ] as const) {
      it(`${shape}, ${fit}, ${position ?? 'in the middle'}`, async () => {
        const style = `width:${width}px;height:${height}px`;
        const player = await mount(manifestOf({ hotspots: [still('mug', 0.3, 0.4)] }), { style, fit, position });
        await play(player);
        await holdAt(player, 1);
        const hotspot = await hotspotOf(player, 'mug');
        await standsAt(player, hotspot, pointIn({ width, height }, fit, position, 0.3, 0.4), 'at first');
        player.style.width = '400px';
        await standsAt(player, hotspot, pointIn({ width: 400, height }, fit, position, 0.3, 0.4), 'after a resize');
        player.fit = fit === 'cover' ? 'contain' : 'cover';
        await standsAt(
          player,
          hotspot,
          pointIn({ width: 400, height }, player.fit as Fit, position, 0.3, 0.4),
          'fitted anew',
        );
      });
    }
  }

  it('takes the key frames of the shape that the box is nearest to', async () => {
    const spot = { ...still('mug', 0.3, 0.4), aspects: { '9:16': [{ t: 0, x: 0.5, y: 0.9 }] } };
    const style = 'width:270px;height:480px';
    const player = await mount(manifestOf({ hotspots: [spot] }), { style, fit: 'cover' });
    await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    await standsAt(player, hotspot, pointIn({ width: 270, height: 480 }, 'cover', undefined, 0.5, 0.9), 'portrait');
    player.style.cssText = 'width:640px;height:360px';
    await standsAt(player, hotspot, pointIn({ width: 640, height: 360 }, 'cover', undefined, 0.3, 0.4), 'landscape');
  });

  it('follows key frames, in straight lines and smoothly', async () => {
    const keyframes = [
      { t: 0, x: 0.1, y: 0.2 },
      { t: 2, x: 0.5, y: 0.2 },
      { t: 4, x: 0.6, y: 0.8 },
    ];
    const moving = { start: 0, end: 6, keyframes };
    const hotspots = [
      { ...moving, id: 'straight', product: mug.id },
      { ...moving, id: 'smooth', product: lamp.id, easing: 'smooth' as const },
    ];
    const player = await mount(manifestOf({ hotspots }));
    await play(player);
    const straight = await hotspotOf(player, 'mug');
    const smooth = await hotspotOf(player, 'lamp');
    for (const [time, x, y] of [
      [1, 0.3, 0.2],
      [2, 0.5, 0.2],
      [3, 0.55, 0.5],
      [5, 0.6, 0.8],
    ] as const) {
      await holdAt(player, time);
      await standsAt(player, straight, [x * 640, y * 360], `straight at ${time} s`);
    }
    for (const { t, x, y } of keyframes) {
      await holdAt(player, t);
      await standsAt(player, smooth, [x * 640, y * 360], `smooth at its key frame of ${t} s`);
    }
    await holdAt(player, 3);
    const [, y] = middleOf(player, smooth);
    ok(y > 0.2 * 360 && y < 0.8 * 360, 'A smooth path stays between its key frames.');
    const [x] = middleOf(player, smooth);
    ok(Math.abs(x - 0.55 * 640) > 1, 'and is another than the straight one.');
  });

  it('keeps to the picture while it plays', async () => {
    const keyframes = [
      { t: 0, x: 0, y: 0.5 },
      { t: 6, x: 1, y: 0.5 },
    ];
    const player = await mount(
      manifestOf({ hotspots: [{ id: 'moving', product: 'mug', start: 0, end: 6, keyframes }] }),
    );
    const video = await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    await until(() => video.currentTime > 0.5, 'half a second');
    const offsets: number[] = [];
    await until(() => {
      const [x] = middleOf(player, hotspot);
      offsets.push(Math.abs(x / 640 - video.currentTime / 6));
      return video.currentTime > 1.5;
    }, 'a second more');
    offsets.sort((a, b) => a - b);
    const median = offsets[offsets.length >> 1]!;
    // 2 % of the width is 120 ms of this path: currentTime itself may be a frame or two ahead of the picture
    ok(median < 0.02, `It is off by ${(median * 100).toFixed(1)} % of the width.`);
  });
});
