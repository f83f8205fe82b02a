import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recovery } from '../../../../src/insights/metrics/recovery.js';
import { newcombe } from '../../../../src/insights/statistics/newcombe.js';
import { DAY, HOUR, moneyStore, sold, T, token, touch } from './money-store.js';

const assigned = (viewer: string, arm: string, atMs = T, fields: object = {}) => ({
  site: 'shop',
  intent: `i-${viewer}-${atMs}`,
  viewer: `v:${viewer}`,
  video_id: 'coffee',
  at_ms: atMs,
  received_ms: atMs,
  arm,
  holdout: 0.1,
  ...fields,
});
const bought = (viewer: string, atMs: number, fields: object = {}) =>
  sold(`o-${viewer}-${atMs}`, 'mug', 1000, { viewer: `v:${viewer}`, at_ms: atMs, received_ms: atMs, ...fields });
const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

test('orders within W, of all who were to get one and of all who were held out, with their difference', async (t) => {
  const { fill, ask } = await moneyStore(t);
  const [written, held] = [ids('m', 90), ids('h', 10)];
  const buyers = [...written.slice(0, 27), held[0]!];
  await fill({
    recovery_assignments: [
      ...written.map((id) => assigned(id, 'message')),
      ...held.map((id) => assigned(id, 'holdout')),
    ],
    order_lines: [
      ...buyers.map((id) => bought(id, T + DAY)),
      // before it was due, after W, twice, and of a viewer whom only the token of a line names
      bought('m50', T - HOUR),
      bought('m51', T + 8 * DAY),
      bought('m0', T + 2 * DAY),
      sold('o-token', 'mug', 1000, { at_ms: T + DAY, received_ms: T + DAY, ...token({ token_view: 'view-m60' }) }),
    ],
    events: [touch('m60', 'mug', T - HOUR)],
  });
  const { rows } = await ask(recovery);
  const { value, low, high } = newcombe({ k: 27, n: 90 }, { k: 1, n: 10 });
  const [message, holdout] = rows;
  assert.deepEqual([message!.arm, message!.k, message!.n, message!.pending], ['message', 27, 90, 0]);
  assert.deepEqual([holdout!.arm, holdout!.k, holdout!.n, holdout!.pending], ['holdout', 1, 10, 0]);
  assert.deepEqual([message!.difference, message!.differenceLow, message!.differenceHigh], [value, low, high]);
  assert.deepEqual([holdout!.difference, holdout!.differenceLow], [null, null]);
  const longer = await ask(recovery, { options: { within: 9 } });
  assert.equal(longer.rows[0]!.k, 28);
});

test('a viewer counts once, as they were at first; who is young is pending', async (t) => {
  const { fill, ask } = await moneyStore(t);
  await fill({
    recovery_assignments: [
      assigned('ann', 'message'),
      // the share was changed, and a server told of it twice
      assigned('ann', 'holdout', T + DAY),
      assigned('bob', 'holdout'),
      { ...assigned('bob', 'holdout'), received_ms: T + 1 },
      assigned('cat', 'message', T + 58 * DAY),
    ],
    order_lines: [bought('bob', T + HOUR)],
  });
  const { rows } = await ask(recovery);
  assert.deepEqual(
    rows.map(({ arm, k, n, pending }) => [arm, k, n, pending]),
    [
      ['message', 0, 1, 1],
      ['holdout', 1, 1, 0],
    ],
  );
  const early = await ask(recovery, { selection: { site: 'shop', video: 'coffee', fromMs: T, toMs: T + 1 } });
  assert.equal(early.rows[0]!.n, 1);
  assert.deepEqual((await ask(recovery, { selection: { video: 'moon' } })).rows, []);
});

test('with one arm alone there is no difference', async (t) => {
  const { fill, ask } = await moneyStore(t);
  await fill({ recovery_assignments: [assigned('ann', 'message')] });
  const { rows } = await ask(recovery);
  assert.deepEqual([rows.length, rows[0]!.difference, rows[0]!.value], [1, null, 0]);
});
