import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METRICS } from '../../../src/insights/metrics/index.js';
import { EVENTS, QUICK, ROBOT, TABLES } from './worked-log.js';
import { askStore, openFilled, openWorkedLog } from './worked-store.js';

const ALL = [...METRICS.values()]
  .filter(({ name }) => name !== 'counts')
  .flatMap(({ name, by, needs }) =>
    Object.keys(by).map((split) => `${name}?by=${split}${needs ? '&video=coffee' : ''}`),
  );

test('who clicks twice within 100 ms is a bot: in no answer, and in the share of bots', async (t) => {
  const [without, robot] = [await openWorkedLog(t), await openFilled(t, [...EVENTS, ...ROBOT], TABLES)];
  for (const asked of ALL) {
    const [wanted, got] = [await askStore(without, asked), await askStore(robot, asked)];
    assert.deepEqual([got.rows, got.summary, got.lossShare], [wanted.rows, wanted.summary, wanted.lossShare], asked);
  }
  // ann, bob, cat, dan, eve, fay; the bot and the robot
  assert.equal((await askStore(robot, 'hctr')).botShare, 2 / 8);
  // a robot's clicks in one film make it one in all, and in those of one site alone
  assert.equal((await askStore(robot, 'hctr?video=coffee&site=shop')).botShare, 2 / 7);
  const of = async (store: typeof robot) =>
    (await askStore(store, 'counts')).rows.map(({ type, n, bots }) => [type, n, bots]);
  const counted = new Map((await of(without)).map(([type, n, bots]) => [type, [n, bots]]));
  for (const [type, n, bots] of await of(robot)) {
    const its = ROBOT.filter(({ event }) => event.type === type).length;
    assert.deepEqual([n, bots], [counted.get(type)![0], Number(counted.get(type)![1]) + its], String(type));
  }
});

test('who takes 100 ms is not', async (t) => {
  const quick = await openFilled(t, [...EVENTS, ...QUICK], TABLES);
  const { rows, botShare } = await askStore(quick, 'hctr');
  assert.equal(botShare, 1 / 8);
  assert.deepEqual(rows.map(({ product, k, n }) => [product, k, n]).sort(), [
    ['cup', 0, 1],
    ['lamp', 1, 2],
    ['mug', 3, 5],
  ]);
});

test('clicks of a page whose clock is wrong, which are of the moment in which they arrived, are not', async (t) => {
  const hour = 3_600_000;
  const late = QUICK.map(
    (stored) =>
      ({
        ...stored,
        receivedMs: stored.receivedMs + hour,
        sentMs: stored.sentMs,
        event: stored.event,
      }) as typeof stored,
  );
  const { botShare } = await askStore(await openFilled(t, [...EVENTS, ...late], TABLES), 'hctr');
  assert.equal(botShare, 1 / 8);
});
