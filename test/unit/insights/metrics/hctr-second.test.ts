import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hctrSecond } from '../../../../src/insights/metrics/hctr-second.js';

const question = { by: 'second', selection: { video: 'coffee' }, zone: 'UTC', options: {}, nowMs: 0 };

/** A film of a minute that 400 views see throughout, with so many clicks in each second. */
function film(clicksAt: (second: number) => number) {
  const edges = [
    { second: 0, n: 400 },
    { second: 60, n: -400 },
  ];
  const clicks = Array.from({ length: 60 }, (_, second) => ({ second, n: clicksAt(second) }));
  return { exposed: edges, risk: edges, clicks, firsts: clicks };
}

test('a peak is named with its place and how likely chance makes one', () => {
  const cells = film((second) => (second === 30 ? 60 : 8));
  const { p, peak } = hctrSecond.summary!(cells, question) as { p: number; peak: { from: number; to: number } };
  assert.ok(p <= 0.01);
  assert.deepEqual([peak.from, peak.to], [30, 30]);
  const rows = hctrSecond.rows(cells, question);
  assert.equal(rows.length, 60);
  assert.deepEqual([rows[30]!.k, rows[30]!.n, rows[30]!.value, rows[30]!.hazard], [60, 400, 0.15, 0.15]);
  assert.ok(rows[30]!.low! > rows[29]!.high!, 'the bounds hold for all seconds at once');
});

test('the highest of even seconds is no peak', () => {
  const { p, peak } = hctrSecond.summary!(
    film((second) => 8 + (second % 3)),
    question,
  );
  assert.ok((p as number) > 0.05);
  assert.equal(peak, null);
});

test('seconds that few have seen are taken together', () => {
  const exposed = [
    { second: 0, n: 100 },
    { second: 2, n: -88 },
    { second: 6, n: -12 },
  ];
  const rows = hctrSecond.rows({ exposed, risk: exposed, clicks: [{ second: 5, n: 3 }], firsts: [] }, question);
  assert.deepEqual(
    rows.map(({ second, to, k, n }) => [second, to, k, n]),
    [
      [0, 0, 0, 100],
      [1, 1, 0, 100],
      [2, 5, 3, 48],
    ],
  );
});
