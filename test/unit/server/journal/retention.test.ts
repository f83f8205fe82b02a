import assert from 'node:assert/strict';
import { readdir, utimes } from 'node:fs/promises';
import { test } from 'node:test';
import { openJournal } from '../../../../src/server/journal/journal.js';
import { expiredSegments } from '../../../../src/server/journal/retention.js';
import { segmentPath } from '../../../../src/server/journal/segments.js';
import { makeDataDir } from '../fixture.js';

const at = (segment: number) => ({ segment, offset: 0 });
const segments = [1, 2, 3, 4].map((segment) => ({ segment, bytes: 100, writtenMs: segment * 1000 }));

for (const [what, retention, taken, expired] of [
  ['no bound', {}, 4, []],
  ['an age', { maxAgeMs: 7000 }, 4, [1, 2]],
  ['an age that all have', { maxAgeMs: 0 }, 4, [1, 2, 3]],
  ['a size', { maxBytes: 250 }, 4, [1, 2]],
  ['a size below one segment', { maxBytes: 1 }, 4, [1, 2, 3]],
  ['both', { maxAgeMs: 8000, maxBytes: 150 }, 4, [1, 2, 3]],
  ['a store that is behind', { maxAgeMs: 0, maxBytes: 1 }, 2, [1]],
  ['a store that has nothing', { maxAgeMs: 0, maxBytes: 1 }, 1, []],
] as const) {
  test(`${what}: what goes are segments ${expired.join(', ') || 'none'}`, () => {
    assert.deepEqual(expiredSegments(segments, retention, 10_000, at(taken)), expired);
  });
}

test('a journal without its oldest segments starts later, is read from there, and is found so again', async (t) => {
  const directory = await makeDataDir(t);
  const journal = await openJournal(directory, { segmentBytes: 50 });
  for (let n = 0; n < 10; n += 1) await journal.append([{ n, text: 'x'.repeat(50) }]);
  for (const segment of [1, 2, 3]) await utimes(segmentPath(directory, segment), 1, 1);
  const before = journal.bytes;
  assert.deepEqual(await journal.retain({ maxAgeMs: 1000 }, Date.now(), journal.end), [1, 2, 3]);
  assert.equal((await readdir(directory)).length, 7);
  assert.ok(journal.bytes < before);
  assert.deepEqual(journal.start, { segment: 4, offset: 0 });
  const first = async (of: typeof journal) =>
    ((await of.read({ segment: 1, offset: 0 })).records[0] as { n: number }).n;
  assert.equal(await first(journal), 3);
  await journal.close();
  const again = await openJournal(directory, { segmentBytes: 50 });
  t.after(() => again.close());
  assert.equal(await first(again), 3);
  assert.equal(again.bytes, journal.bytes);
});
