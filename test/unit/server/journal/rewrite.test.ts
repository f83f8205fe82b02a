import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { openJournal } from '../../../../src/server/journal/journal.js';
import { segmentPath } from '../../../../src/server/journal/segments.js';
import { makeDataDir } from '../fixture.js';

test('records that were taken out are gone from the disk, those that lost something are whole, and every position holds', async (t) => {
  const directory = await makeDataDir(t);
  const journal = await openJournal(directory);
  t.after(() => journal.close());
  const positions = [journal.end];
  for (const id of ['ann', 'bob "b"', 'cat', 'ann', 'a']) positions.push(await journal.append([{ id, more: 1 }]));
  const path = segmentPath(directory, 1);
  const { size, mtimeMs } = await stat(path);
  const change = (record: unknown) => {
    const { id } = record as { id: string };
    if (id === 'ann') return undefined;
    return id === 'bob "b"' ? { id: 'b' } : record;
  };
  assert.equal(await journal.rewrite(await journal.rotate(), change, ['"ann"', '"bob \\"b\\""']), 3);
  const text = await readFile(path, 'utf8');
  assert.equal(/ann|bob/.test(text), false);
  assert.equal(text.length, size);
  assert.ok(Math.abs((await stat(path)).mtimeMs - mtimeMs) < 1);
  for (const [index, position] of positions.slice(0, -1).entries()) {
    const { records, damaged } = await journal.read(position);
    assert.equal(damaged, 0);
    assert.deepEqual(
      records.map((record) => (record as { id: string }).id),
      ['', 'b', 'cat', '', 'a'].slice(index).filter(Boolean),
    );
  }
  assert.equal(await journal.rewrite(journal.end.segment, change), 0);
});

test('an empty journal is not rotated, and a full disk makes no endless files', async (t) => {
  const directory = await makeDataDir(t);
  let isFull = true;
  const sync = async () => {
    if (isFull) throw new Error('ENOSPC');
  };
  const journal = await openJournal(directory, { sync });
  t.after(() => journal.close());
  assert.equal(await journal.rotate(), 1);
  for (let n = 0; n < 20; n += 1) await assert.rejects(journal.append([n]), /ENOSPC/);
  assert.equal(journal.end.segment, 1);
  isFull = false;
  await journal.append([{ n: 20 }]);
  assert.deepEqual((await journal.read(journal.start)).records, [{ n: 20 }]);
});
