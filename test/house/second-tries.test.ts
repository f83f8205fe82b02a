import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { withSecondTries } from '../support/second-tries.mjs';

const result = (file: string, failed: number) => ({ file, failed });

test('what fails twice has failed, what passes when it is run by itself counts as that', async () => {
  const counted = await withSecondTries(
    [result('steady', 0), result('broken', 2), result('unsteady', 1)],
    async ({ file }) => result(file, file === 'broken' ? 1 : 0),
  );
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
