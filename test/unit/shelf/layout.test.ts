import assert from 'node:assert/strict';
import test from 'node:test';
import { layoutFor } from '../../../src/shelf/layout.js';
import { indexAfter } from '../../../src/shelf/roving.js';

test('a shelf chooses its layout by where it stands and how wide it is', () => {
  assert.equal(layoutFor(undefined, false, 320), 'rail');
  assert.equal(layoutFor('auto', false, 1024), 'list');
  assert.equal(layoutFor('auto', true, 1024), 'rail');
  assert.equal(layoutFor('auto', true, 360), 'sheet');
});

test('what the page asks for holds, but for what has no room in a player', () => {
  assert.equal(layoutFor('sheet', false, 1024), 'sheet');
  assert.equal(layoutFor('rail', false, 1024), 'rail');
  assert.equal(layoutFor('list', false, 320), 'list');
  assert.equal(layoutFor('rail', true, 360), 'sheet');
  assert.equal(layoutFor('list', true, 1024), 'rail');
});

test('arrows move within the rail, in the direction of reading', () => {
  assert.equal(indexAfter('ArrowRight', 1, 3, false), 2);
  assert.equal(indexAfter('ArrowRight', 1, 3, true), 0);
  assert.equal(indexAfter('ArrowLeft', 0, 3, false), 0);
  assert.equal(indexAfter('End', 0, 3, false), 2);
  assert.equal(indexAfter('Home', 2, 3, true), 0);
  assert.equal(indexAfter('a', 2, 3, true), undefined);
});
