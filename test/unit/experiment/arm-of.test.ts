import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armOf, type Experiment, HOLDOUT } from '../../../src/experiment/arm-of.js';
import { murmur3 } from '../../../src/experiment/murmur3.js';

const VIEWERS = 100_000;
const viewers = Array.from(
  { length: VIEWERS },
  (_, i) => `0199c5f0-1b2c-7d3e-8f4a-${i.toString(16).padStart(12, '0')}`,
);
const arms = (...weights: number[]) => weights.map((weight, i) => ({ id: 'abcd'[i]!, weight }));
const experiment = (more: Partial<Experiment> = {}): Experiment => ({ id: 'hosts', arms: arms(1, 1), ...more });

const counted = (of: Experiment) => {
  const counts: Record<string, number> = {};
  for (const viewer of viewers) {
    const arm = armOf(of, viewer);
    counts[arm] = (counts[arm] ?? 0) + 1;
  }
  return counts;
};

const chiSquare = (seen: readonly number[], expected: readonly number[]) =>
  seen.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);

test('the hash is MurmurHash3_x86_32, by its published vectors', () => {
  for (const [text, hash] of [
    ['', 0],
    ['test', 0xba6bd213],
    ['Hello, world!', 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
  ] as const)
    assert.equal(murmur3(text), hash, text);
});

test('it is even over a hundred thousand ids that differ in their last digits alone', () => {
  const cells = new Array<number>(256).fill(0);
  for (const viewer of viewers) cells[Math.floor((murmur3(`hosts:a:${viewer}`) / 2 ** 32) * 256)]! += 1;
  const chi = chiSquare(
    cells,
    cells.map(() => VIEWERS / 256),
  );
  // 255 degrees of freedom: 0.1 % lie above 330, and as many below 186.
  assert.ok(chi > 186 && chi < 330, `chi-square ${chi}`);
});

for (const [weights, holdout] of [
  [[1, 1], 0],
  [[9, 1], 0.05],
  [[0.2, 0.3, 0.5], 0.2],
] as const)
  test(`shares of ${weights.join(', ')} with ${holdout} held out come true`, () => {
    const found = counted(experiment({ arms: arms(...weights), holdout }));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const names = ['a', 'b', 'c', 'd'].slice(0, weights.length);
    const seen = [...names.map((name) => found[name] ?? 0), ...(holdout ? [found[HOLDOUT] ?? 0] : [])];
    const expected = [
      ...weights.map((weight) => (VIEWERS * (1 - holdout) * weight) / total),
      ...(holdout ? [VIEWERS * holdout] : []),
    ];
    // Up to three degrees of freedom: 0.1 % lie above 16.3.
    assert.ok(chiSquare(seen, expected) < 16.3, `${seen} for ${expected}`);
  });

test('two experiments know nothing of one another, and neither does the holdout of the arms', () => {
  const other = experiment({ id: 'order' });
  const table = [0, 0, 0, 0];
  for (const viewer of viewers)
    table[(armOf(experiment(), viewer) === 'a' ? 0 : 2) + (armOf(other, viewer) === 'a' ? 0 : 1)]! += 1;
  assert.ok(
    chiSquare(
      table,
      table.map(() => VIEWERS / 4),
    ) < 16.3,
    String(table),
  );
  const rest = counted(experiment({ holdout: 0.5 }));
  const left = VIEWERS - rest[HOLDOUT]!;
  assert.ok(chiSquare([rest.a!, rest.b!], [left / 2, left / 2]) < 10.8, JSON.stringify(rest));
});

test('other weights, another arm and a holdout move nobody who need not move', () => {
  const before = experiment();
  const moved = (after: Experiment) => viewers.map((viewer) => [armOf(before, viewer), armOf(after, viewer)] as const);
  for (const [from, to] of moved(experiment({ arms: arms(1, 3) }))) assert.ok(from === to || to === 'b');
  for (const [from, to] of moved(experiment({ arms: arms(1, 1, 1) }))) assert.ok(from === to || to === 'c');
  for (const [from, to] of moved(experiment({ holdout: 0.1 }))) assert.ok(from === to || to === HOLDOUT);
  for (const [from, to] of moved(experiment({ arms: arms(1, 1).reverse() }))) assert.equal(from, to);
});

test('an arm of weight 0 gets nobody, and a share of 1 is everybody', () => {
  assert.deepEqual(counted(experiment({ arms: arms(0, 1) })), { b: VIEWERS });
  assert.deepEqual(counted(experiment({ holdout: 1 })), { [HOLDOUT]: VIEWERS });
});

test('fixed vectors: who has an arm keeps it with the next version of this', () => {
  const of = experiment({ arms: arms(1, 1, 2), holdout: 0.1 });
  assert.deepEqual(
    Array.from({ length: 12 }, (_, i) => armOf(of, `viewer-${i}`)).join(' '),
    'holdout c b c a c c c c holdout a c',
  );
});
