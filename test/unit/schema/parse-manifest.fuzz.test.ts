import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { ShoppableError } from '../../../src/errors.js';
import { parseManifest } from '../../../src/schema/parse-manifest.js';
import { BASE, loose, sample } from './sample.js';

const prototype = () => Reflect.ownKeys(Object.prototype).map(String).sort().join();

/** Parses; a ShoppableError is an answer as well, anything else is a failure of the test. */
function answer(input: unknown) {
  try {
    return parseManifest(input, BASE);
  } catch (error) {
    assert.ok(error instanceof ShoppableError, String(error));
    return undefined;
  }
}

/** Every place of a JSON value. */
function places(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [at, ...[...keys].flatMap((key) => places(loose(value)[key], [...at, key]))];
}

const ALL = places(sample()).slice(1);
const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('javascript:1', '__proto__', 'constructor', '\ud800', -1, 1e308, -0, '', [], {}, [[[]]], {
    __proto__: null,
  }),
);

function put(root: unknown, place: readonly (string | number)[], value: unknown) {
  const holder = place.slice(0, -1).reduce((inner, key) => inner[key], loose(root));
  Object.defineProperty(holder, place.at(-1)!, { value, enumerable: true, configurable: true, writable: true });
}

it('any JSON gets an answer, and Object.prototype stays as it is', () => {
  const before = prototype();
  fc.assert(
    fc.property(fc.jsonValue(), (input) => void answer(input)),
    { numRuns: 2000 },
  );
  assert.equal(prototype(), before);
});

it('any manifest with many places spoiled gets an answer without a URL that runs', () => {
  const before = prototype();
  const spoils = fc.array(fc.tuple(fc.constantFrom(...ALL), hostile), { maxLength: 8 });
  fc.assert(
    fc.property(spoils, (list) => {
      const input = sample();
      for (const [place, value] of list) {
        try {
          put(input, place, structuredClone(value));
        } catch {
          // an earlier spoil took the place away
        }
      }
      const parsed = answer(input);
      if (!parsed) return;
      const { manifest } = parsed;
      for (const url of [manifest.poster, manifest.next, ...manifest.products.map((product) => product.url)]) {
        if (url !== undefined) assert.match(url, /^https?:/);
      }
      assert.ok(manifest.media.sources.length > 0);
      assert.equal(new Set(manifest.hotspots.map(({ id }) => id)).size, manifest.hotspots.length);
      assert.deepEqual(parseManifest(manifest, BASE), { manifest, warnings: [] }, 'what is left is valid');
    }),
    { numRuns: 2000 },
  );
  assert.equal(prototype(), before);
});

it('one spoiled place leaves everything else intact', () => {
  const whole = parseManifest(sample(), BASE).manifest;
  // Below these the unit that plays or not is larger than one list item, or it must be there.
  const vital = /^(version|id|title|media|media,sources)$/;
  const spoilable = ALL.filter((place) => !vital.test(place.join()));
  fc.assert(
    fc.property(fc.constantFrom(...spoilable), hostile, (place, value) => {
      const input = sample();
      put(input, place, value);
      const { manifest } = parseManifest(input, BASE);
      const [top, index] = place;
      for (const key of Object.keys(whole) as (keyof typeof whole)[]) {
        if (key === top || (top === 'products' && key === 'hotspots')) continue;
        assert.deepEqual(manifest[key], whole[key], String(key));
      }
      if (typeof index !== 'number') return;
      for (const [at, other] of whole.hotspots.entries()) {
        if (top === 'hotspots' && at !== index)
          assert.deepEqual(
            manifest.hotspots.find(({ id }) => id === other.id),
            other,
          );
      }
      for (const [at, other] of whole.products.entries()) {
        if (top !== 'products' || at === index) continue;
        const left = manifest.products.find(({ id }) => id === other.id);
        // The mug names the other two, and may have lost that with them.
        if (at) assert.deepEqual(left, other);
        else
          assert.deepEqual(
            { ...left, complements: [], bundles: [], alternates: [] },
            { ...other, complements: [], bundles: [], alternates: [] },
          );
      }
    }),
    { numRuns: 3000 },
  );
});
