import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { withSecondTries } from '../support/second-tries.mjs';

const result = (file: string, failed: number) => ({ file, failed });

test('what fails twice has failed, what passes when it is run by itself counts as that', async () => {
  const told: string[] = [];
  const counted = await withSecondTries(
    [result('steady', 0), result('broken', 2), result('unsteady', 1)],
    async ({ file }) => result(file, file === 'broken' ? 1 : 0),
    (line) => told.push(line),
  );
  deepEqual(told, [
    'Once more, by itself: broken',
    'Once more, by itself: unsteady',
    'UNSTEADY unsteady: it failed, and passed when it was run again.',
  ]);
  deepEqual(counted, [result('steady', 0), result('broken', 1), result('unsteady', 0)]);
});

test('many that fail are no accident, and are not run again', async () => {
  const results = ['a', 'b', 'c', 'd', 'e'].map((file) => result(file, 1));
  deepEqual(
    await withSecondTries(results, async () => {
      throw new Error('It was run again.');
    }),
    results,
  );
});
