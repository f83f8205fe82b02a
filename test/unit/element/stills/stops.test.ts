import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stopsOf } from '../../../../src/element/stills/stops.js';
import type { Still } from '../../../../src/player/storyboard.js';
import type { Hotspot } from '../../../../src/schema/manifest.js';

/** Five stills of two seconds each, each the middle of its two. */
const stills: Still[] = [0, 2, 4, 6, 8].map((start) => ({
  start,
  end: start + 2,
  moment: start + 1,
  src: 'https://shop.example/sheet.jpg',
  x: start * 80,
  y: 0,
  width: 160,
  height: 90,
}));

const hotspot = (id: string, start: number, end: number): Hotspot => ({
  id,
  product: id,
  start,
  end,
  keyframes: [{ t: start, x: 0.5, y: 0.5 }],
  easing: 'linear',
  action: 'open',
});

test('every still is a stop, at the moment that it shows', () => {
  assert.deepEqual(
    stopsOf(stills, []).all.map(({ time }) => time),
    [1, 3, 5, 7, 9],
  );
});

test('a time has the nearer still', () => {
  const stops = stopsOf(stills, []);
  for (const [time, stop] of [
    [0, 1],
    [1.9, 1],
    [2.1, 3],
    [6, 5],
    [99, 9],
  ] as const)
    assert.equal(stops.at(time)?.time, stop, `at ${time} s`);
  assert.equal(stopsOf([], []).at(1), undefined);
});

test('a time at which something comes in has the still that shows it', () => {
  const stops = stopsOf(stills, [hotspot('mug', 3.4, 9), hotspot('lamp', 0, 3.8)]);
  assert.equal(stops.at(3.4)?.time, 3, 'the mug comes, the lamp is still there: one each, and this one is nearer');
  assert.equal(stopsOf(stills, [hotspot('mug', 3.4, 9)]).at(3.4)?.time, 5, 'the mug comes');
  assert.equal(stopsOf(stills, [hotspot('lamp', 0, 4.6)]).at(4.5)?.time, 3, 'the lamp goes');
});

test('what is between two stills only has a stop with the nearer picture', () => {
  const stops = stopsOf(stills, [hotspot('mug', 3.2, 3.8), hotspot('lamp', 6.1, 6.9)]);
  assert.deepEqual(
    stops.all.map(({ time, still }) => [time, still.moment]),
    [
      [1, 1],
      [3, 3],
      [3.2, 3],
      [5, 5],
      [6.899, 7],
      [7, 7],
      [9, 9],
    ],
  );
  assert.equal(stops.at(3.2)?.time, 3.2);
});

test('a step goes to where something is sold, and every step to the next still', () => {
  const stops = stopsOf(stills, [hotspot('mug', 0, 2), hotspot('lamp', 6, 8)]);
  const first = stops.all[0]!;
  assert.equal(stops.from(first, 1)?.time, 7);
  assert.equal(stops.from(first, 1, true)?.time, 3);
  assert.equal(stops.from(first, -1), undefined);
  const lamp = stops.at(7)!;
  assert.equal(stops.from(lamp, -1)?.time, 1);
  assert.equal(stops.from(lamp, 1)?.time, 9, 'nothing is sold any more, and the film goes on');
  assert.equal(stops.from(stops.all.at(-1)!, 1), undefined);
});

test('however a film is sold, each still and each hotspot can be come to, in order', () => {
  const time = fc.integer({ min: 0, max: 12_000 }).map((ms) => ms / 1000);
  const spot = fc
    .tuple(time, fc.integer({ min: 2, max: 9000 }))
    .map(([start, ms]) => [start, start + ms / 1000] as const);
  fc.assert(
    fc.property(
      fc.array(time, { minLength: 1, maxLength: 12 }),
      fc.array(spot, { maxLength: 12 }),
      (moments, spots) => {
        const board = moments.map((moment) => ({ ...stills[0]!, moment }));
        const hotspots = spots.map(([start, end], i) => hotspot(`h${i}`, start, end));
        const { all, from } = stopsOf(board, hotspots);
        for (const still of board) assert.ok(all.some((stop) => stop.still === still));
        for (const { start, end } of hotspots) assert.ok(all.some((stop) => start <= stop.time && stop.time < end));
        for (const [i, stop] of all.entries()) {
          assert.ok(i === 0 || all[i - 1]!.time <= stop.time);
          assert.equal(from(stop, 1, true), all[i + 1]);
          assert.equal(from(stop, -1, true), all[i - 1]);
        }
      },
    ),
  );
});
