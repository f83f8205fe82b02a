import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstRole, groupMedia, type Media } from '../../../../src/product/gallery/groups.js';
import { productWith, variant } from '../variants/sweater.js';

const still = (role: Media['role'], name: string): Media => ({ role, src: `https://shop.test/${name}.jpg`, alt: name });
const product = {
  ...productWith([]),
  media: [still('lifestyle', 'life'), still('angle', 'a0'), still('angle', 'a1'), still('closeup', 'near')],
};
const own = (...media: Media[]) => ({ ...variant('ink', ['Ink']), media });
const shown = (...rest: [variant?: ReturnType<typeof own>, broken?: string[]]) =>
  groupMedia(product, rest[0], new Set((rest[1] ?? []).map((name) => `https://shop.test/${name}.jpg`))).map(
    ({ role, media }) => `${role}: ${media.map(({ alt }) => alt).join(' ')}`,
  );

test('pictures come by role, in one order for all products, and open with the first that is given', () => {
  assert.deepEqual(shown(), ['angle: a0 a1', 'closeup: near', 'lifestyle: life']);
  assert.equal(firstRole(groupMedia(product, undefined, new Set()), product, undefined), 'lifestyle');
});

test("a variant's own come first, and its angles replace the product's", () => {
  const ink = own(still('closeup', 'ink'), still('angle', 'i0'));
  assert.deepEqual(shown(ink), ['angle: i0', 'closeup: ink near', 'lifestyle: life']);
  assert.equal(firstRole(groupMedia(product, ink, new Set()), product, ink), 'closeup');
});

test("a variant that shows an angle of the product's turns as the product does", () => {
  assert.deepEqual(shown(own(still('angle', 'a0'))), ['angle: a0 a1', 'closeup: near', 'lifestyle: life']);
});

test('what is broken, given twice or no address of the web is left out', () => {
  assert.deepEqual(shown(undefined, ['a0', 'life']), ['angle: a1', 'closeup: near']);
  assert.deepEqual(shown(own(still('closeup', 'near'))), ['angle: a0 a1', 'closeup: near', 'lifestyle: life']);
  assert.deepEqual(shown(own({ role: 'scale', src: 'javascript:alert(1)', alt: '' })), shown());
});
