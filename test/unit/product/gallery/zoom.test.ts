import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyPanned, panned, zoomAt } from '../../../../src/product/gallery/zoom.js';

const box = { width: 200, height: 100 };

test('the point that was pressed stays where it is', () => {
  const { scale, x, y } = zoomAt({ x: 40, y: -20 }, box);
  // from the centre, a point p of the picture is seen at p × scale + offset
  assert.deepEqual([40 * scale + x, -20 * scale + y], [40, -20]);
});

test('the picture always fills the box', () => {
  assert.deepEqual(panned(zoomAt({ x: 0, y: 0 }, box), 999, -999, box), { scale: 2.5, x: 150, y: -75 });
  assert.deepEqual(zoomAt({ x: 100, y: 50 }, box), { scale: 2.5, x: -150, y: -75 });
});

test('an arrow key looks further in its direction', () => {
  const middle = zoomAt({ x: 0, y: 0 }, box);
  assert.equal(keyPanned(middle, 'ArrowRight', box)!.x, -40);
  assert.equal(keyPanned(middle, 'ArrowUp', box)!.y, 20);
  assert.equal(keyPanned(middle, 'a', box), undefined);
});
