import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../src/dashboard/answer.js';
import { bandPath, linePath } from '../../../src/dashboard/charts/line.js';
import { namePlaces, quadrantPoints } from '../../../src/dashboard/charts/quadrant.js';
import { domainOf, linear, logarithmic, percent, ticks } from '../../../src/dashboard/charts/scale.js';
import { cellAt, HEATS, lanesOf, secondAt, stripCells } from '../../../src/dashboard/charts/strip.js';

const row = (fields: object): Row => ({ k: 0, n: 0, value: null, low: null, high: null, ...fields });

test('scales map a domain onto 0..1, and not beyond', () => {
  const place = linear(-10, 10);
  assert.deepEqual([-20, -10, 0, 5, 10, 20].map(place), [0, 0, 0.5, 0.75, 1, 1]);
  assert.equal(linear(3, 3)(3), 0.5, 'no width: the middle');
  const by = logarithmic(1 / 4, 4);
  assert.deepEqual(
    [1 / 8, 1 / 4, 1 / 2, 1, 4, 8].map((value) => Math.round(by(value) * 100) / 100),
    [0, 0, 0.25, 0.5, 1, 1],
  );
  assert.equal(percent(1 / 3), '33.33%');
  assert.deepEqual(domainOf([3, null, -1, undefined]), [-1, 3]);
  assert.deepEqual(domainOf([]), [0, 1]);
});

test('ticks are round, within the domain, and no more than wanted', () => {
  assert.deepEqual(ticks(0, 30, 6), [0, 5, 10, 15, 20, 25, 30]);
  assert.deepEqual(ticks(0, 0.45, 5), [0, 0.1, 0.2, 0.3, 0.4]);
  assert.deepEqual(ticks(5, 5, 4), [5]);
});

test('a strip’s cells cover their seconds: colour by share, opacity by views, hatched under 30', () => {
  const cells = stripCells(
    [
      row({ second: 0, to: 0, k: 0, n: 100, value: 0 }),
      row({ second: 1, to: 1, k: 20, n: 50, value: 0.4 }),
      // three views that clicked all do not pale the rest
      row({ second: 2, to: 5, k: 3, n: 3, value: 1 }),
      row({ second: 6, to: 6, k: 0, n: 0 }),
      row({ second: 9, to: 12, k: 10, n: 50, value: 0.2 }),
      row({ second: 14, to: 20, k: 1, n: 40, value: 0.1 }),
    ],
    10,
  );
  assert.deepEqual(
    cells.map(({ from, to, x, width, heat, few }) => ({ from, to, x, width, heat, few })),
    [
      { from: 0, to: 1, x: 0, width: 0.1, heat: 0, few: false },
      { from: 1, to: 2, x: 0.1, width: 0.1, heat: HEATS, few: false },
      { from: 2, to: 6, x: 0.2, width: 0.4, heat: HEATS, few: true },
      // to the end of the film, and no further
      { from: 9, to: 10, x: 0.9, width: 0.1, heat: HEATS / 2, few: false },
    ],
  );
  assert.equal(cells[0]!.opacity, 1);
  assert.ok(cells[1]!.opacity > cells[2]!.opacity && cells[2]!.opacity > 0);
  assert.equal(cellAt(cells, 3.5)?.from, 2);
  assert.equal(cellAt(cells, 7), undefined, 'nobody saw a product');
  assert.deepEqual(stripCells([], 10), []);
});

test('a press lands in the second that it is on', () => {
  assert.equal(secondAt(50, 200, 30), 7.5);
  assert.deepEqual([secondAt(-5, 200, 30), secondAt(500, 200, 30), secondAt(1, 0, 30)], [0, 30, 0]);
});

test('each product has one lane, in the order of the film', () => {
  const lanes = lanesOf([
    { product: 'mug', start: 5, end: 9 },
    { product: 'lamp', start: 0, end: 3 },
    { product: 'lamp', start: 12, end: 15 },
  ]);
  assert.deepEqual(
    lanes.map(({ product, spans }) => [product, spans.length]),
    [
      ['lamp', 2],
      ['mug', 1],
    ],
  );
});

test('a line leaves a gap where nothing is known, and a band closes', () => {
  assert.equal(linePath([0, 2, null, 1], 2), 'M0 1L0.3333 0M1 0.5');
  assert.equal(bandPath([0, 0], [1, 1], 1), 'M0 0L1 0L1 1L0 1Z');
  assert.equal(linePath([], 1), '');
});

test('the quadrant places products beside the median of their category and the days that stock must last', () => {
  const product = (name: string, value: number, cover: number | null, stock: number | null, category = 'cups') =>
    row({
      product: name,
      category,
      n: 100,
      value,
      low: value / 2,
      high: value * 2,
      cover,
      stock,
      label: 'undetermined',
    });
  const points = quadrantPoints(
    [
      product('middle', 0.1, 30, 60),
      product('loved', 0.2, 120, 60),
      product('passed over', 0.05, 7.5, 60),
      product('never sold', 0.1, null, 5),
      product('sold out', 0.1, 0, 0),
      product('no stock told', 0.1, null, null),
      product('alone', 0.9, 30, 3, 'lamps'),
      row({ product: 'never seen', category: 'cups', stock: 5 }),
    ],
    30,
  );
  const at = Object.fromEntries(points.map((point) => [point.row.product, point]));
  assert.deepEqual(Object.keys(at), ['middle', 'loved', 'passed over', 'never sold', 'sold out', 'alone']);
  const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is ${b}`);
  near(at.middle!.x, 0.5);
  near(at.middle!.y, 0.5);
  near(at.alone!.y, 0.5);
  near(at.loved!.x, 0.96);
  near(at['passed over']!.x, 0.04);
  near(at['never sold']!.x, 0.96);
  near(at['sold out']!.x, 0.04);
  for (const { low, y, high } of points) assert.ok(low < y && y < high && low >= 0 && high <= 1);
});

test('names of neighbours in the quadrant stand below one another', () => {
  const at = (x: number, y: number) => ({ row: row({}), x, y, low: y, high: y, label: '' });
  const [first, second, third, other] = [at(0.9, 0.5), at(0.95, 0.5), at(0.9, 0.2), at(0.1, 0.5)];
  const places = namePlaces([second, first, other, third]);
  assert.deepEqual([places.get(second), places.get(third), places.get(other)], [0.5, 0.2, 0.5]);
  assert.ok(places.get(first)! < 0.46);
});
