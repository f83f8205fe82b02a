import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo } from '../../../src/cart/link.js';
import { openingOf } from '../../../src/element/opening.js';

test('a link opens the page where it was shared', () => {
  const link = linkTo('https://shop.test/film?a=1#top', 12.8, 'mug & co', 'ink');
  assert.equal(link, 'https://shop.test/film?a=1#t=12&product=mug+%26+co&variant=ink');
  const { start, product } = openingOf({}, new URL(link).hash);
  assert.deepEqual({ start, product }, { start: 12, product: 'mug & co' });
  assert.equal(linkTo('https://shop.test/', 0, 'mug'), 'https://shop.test/#t=0&product=mug');
});
