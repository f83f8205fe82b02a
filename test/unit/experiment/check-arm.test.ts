import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkArm } from '../../../src/experiment/check-arm.js';
import { experimentFaults } from '../../../src/experiment/faults.js';
import { checkManifest } from '../../../src/schema/check-manifest.js';
import { showPlace } from '../../../src/schema/place.js';

const BASE = 'https://shop.example/film.json';
const price = { minor: 1900, currency: 'EUR' };
const film = {
  version: 1,
  id: 'film',
  title: 'Film',
  media: { sources: [{ src: 'a.mp4', type: 'video/mp4' }] },
  products: [{ id: 'mug', name: 'Mug', url: '/p/mug', price }],
  hotspots: [{ id: 'spot', product: 'mug', start: 0, end: 4, keyframes: [{ t: 0, x: 0.5, y: 0.5 }] }],
  segments: [{ id: 'intro', label: 'Intro', start: 0, end: 3, host: 'Ada' }],
};

const check = (patch: Record<string, unknown>, value: object = film) =>
  checkArm({ id: 'b', weight: 1, patch }, value, BASE, checkManifest(value, BASE).faults, checkManifest);

test('an arm changes host, order, hotspots and film', () => {
  const { value, faults } = check({
    media: { sources: [{ src: 'short.mp4', type: 'video/mp4' }] },
    segments: { intro: { host: 'Bo' } },
    hotspots: { spot: { end: 2 } },
  });
  assert.deepEqual(faults, []);
  const { manifest } = checkManifest(value, BASE);
  assert.equal(manifest?.media.sources[0]?.src, 'https://shop.example/short.mp4');
  assert.equal(manifest?.segments[0]?.host, 'Bo');
  assert.equal(manifest?.hotspots[0]?.end, 2);
});

for (const [patch, place] of [
  [{ hotspots: { spot: { product: 'mugg' } } }, 'hotspots[0].product'],
  [{ hotspots: { spto: null } }, 'hotspots[1]'],
  [{ media: null }, 'media'],
  [{ segmets: [] }, 'segmets'],
  [{ products: { mug: { price: { minor: -1 } } } }, 'products[0].price.minor'],
] as const)
  test(`a patch that breaks ${place} is found`, () => {
    assert.ok(
      check(patch)
        .faults.map((fault) => showPlace(fault.place))
        .includes(place),
    );
  });

test('what was wrong without the patch is not its fault', () => {
  assert.deepEqual(check({ title: 'B' }, { ...film, colour: 'red' }).faults, []);
});

test('an experiment that nobody can take part in says why', () => {
  const places = (arms: Parameters<typeof experimentFaults>[0]['arms']) =>
    experimentFaults({ id: 'x', arms }).map(({ place }) => showPlace(place));
  assert.deepEqual(places([{ id: 'a', weight: 1 }]), []);
  assert.deepEqual(places([]), ['experiment.arms']);
  assert.deepEqual(places([{ id: 'a', weight: 0 }]), ['experiment.arms']);
  assert.deepEqual(
    places([
      { id: 'a', weight: 1 },
      { id: 'a', weight: 1 },
    ]),
    ['experiment.arms[1].id'],
  );
  assert.deepEqual(places([{ id: 'holdout', weight: 1 }]), ['experiment.arms[0].id']);
  assert.deepEqual(places([{ id: 'a', weight: 1, patch: { id: 'other' } }]), ['experiment.arms[0].patch.id']);
});
