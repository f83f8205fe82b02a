import assert from 'node:assert/strict';
import { appendFile, type FileHandle, readFile, stat, writeFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { type Journal, type JournalOptions, openJournal } from '../../../../src/server/journal/journal.js';
import { segmentPath } from '../../../../src/server/journal/segments.js';
import { makeDataDir } from '../fixture.js';

async function open(t: TestContext, directory: string, options: JournalOptions = {}): Promise<Journal> {
  const journal = await openJournal(directory, { warn: assert.fail, ...options });
  t.after(() => journal.close());
  return journal;
}

async function readAll(journal: Journal): Promise<{ records: unknown[]; damaged: number }> {
  const all = { records: [] as unknown[], damaged: 0 };
  for (let at = journal.start; at.segment !== journal.end.segment || at.offset !== journal.end.offset; ) {
    const page = await journal.read(at);
    all.records.push(...page.records);
    all.damaged += page.damaged;
    at = page.next;
  }
  return all;
}

/** A gate in the way to the disk. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('what was appended is read back, in order, and after a reopening', async (t) => {
  const directory = await makeDataDir(t);
  const records = [{ a: 1 }, { text: 'line\nbreak, \u0000 and \u{1f600}' }, { lone: '\ud800' }];
  const journal = await open(t, directory);
  await journal.append(records.slice(0, 1));
  await journal.append(records.slice(1));
  assert.deepEqual((await readAll(journal)).records, records);
  await journal.close();
  assert.deepEqual((await readAll(await open(t, directory))).records, records);
});

test('a reader goes on from the position it had reached', async (t) => {
  const journal = await open(t, await makeDataDir(t));
  const position = await journal.append([1, 2]);
  await journal.append([3]);
  assert.deepEqual((await journal.read(position)).records, [3]);
});

test('an append resolves only after its bytes are in the file and synced', async (t) => {
  const directory = await makeDataDir(t);
  const disk = gate();
  let sizeAtSync = -1;
  const sync = async (file: FileHandle) => {
    sizeAtSync = (await file.stat()).size;
    await disk.opened;
  };
  const journal = await open(t, directory, { sync });
  let acknowledged = false;
  const append = journal.append([{ a: 1 }]).then((end) => {
    acknowledged = true;
    return end;
  });
  while (sizeAtSync < 0) await new Promise(setImmediate);
  await new Promise(setImmediate);
  assert.equal(acknowledged, false);
  assert.equal(journal.end.offset, 0, 'a reader must not see it yet');
  disk.open();
  assert.equal((await append).offset, sizeAtSync);
});

test('appends that come while the disk is busy share one sync', async (t) => {
  const disk = gate();
  let syncs = 0;
  const sync = async () => {
    syncs += 1;
    await disk.opened;
  };
  const journal = await open(t, await makeDataDir(t), { sync });
  const appends = Array.from({ length: 100 }, (_, index) => journal.append([index]));
  disk.open();
  await Promise.all(appends);
  assert.equal(syncs, 2);
  assert.equal(journal.commits, 2);
  assert.deepEqual((await readAll(journal)).records, [...Array(100).keys()]);
});

test('a torn end is cut off with one warning, wherever the write was cut', async (t) => {
  const directory = await makeDataDir(t);
  const first = await open(t, directory);
  const { offset: kept } = await first.append([{ a: 1 }]);
  await first.append([{ b: 2, text: 'é' }]);
  await first.close();
  const path = segmentPath(directory, 1);
  const whole = await readFile(path);
  for (let length = kept + 1; length < whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length));
    const warnings: string[] = [];
    const journal = await open(t, directory, { warn: (message) => warnings.push(message) });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /00000001\.journal/);
    assert.equal((await stat(path)).size, kept);
    await journal.append([{ c: 3 }]);
    assert.deepEqual((await readAll(journal)).records, [{ a: 1 }, { c: 3 }]);
    await journal.close();
  }
});

test('zeros and garbage at the end are cut off too', async (t) => {
  const directory = await makeDataDir(t);
  const path = segmentPath(directory, 1);
  const first = await open(t, directory);
  await first.append([{ a: 1 }]);
  await first.close();
  await appendFile(path, Buffer.concat([Buffer.alloc(4096), Buffer.from('\n00000000 {"never":"acknowledged"}\n\n')]));
  const journal = await open(t, directory, { warn: () => {} });
  assert.deepEqual(await readAll(journal), { records: [{ a: 1 }], damaged: 0 });
});

test('damage in the middle costs its own line and none behind it', async (t) => {
  const directory = await makeDataDir(t);
  const path = segmentPath(directory, 1);
  const first = await open(t, directory);
  const { offset } = await first.append([{ a: 1 }]);
  await first.append([{ b: 2 }, { c: 3 }]);
  await first.close();
  const bytes = await readFile(path);
  bytes[offset + 12]! ^= 1;
  await writeFile(path, bytes);
  assert.deepEqual(await readAll(await open(t, directory)), { records: [{ a: 1 }, { c: 3 }], damaged: 1 });
});

test('a full segment is followed by the next, and a reader crosses over', async (t) => {
  const directory = await makeDataDir(t);
  const journal = await open(t, directory, { segmentBytes: 100 });
  const numbers = [...Array(50).keys()];
  for (const number of numbers) await journal.append([{ number }]);
  assert.ok(journal.end.segment > 5);
  const expected = numbers.map((number) => ({ number }));
  assert.deepEqual((await readAll(journal)).records, expected);
  await journal.close();
  const again = await open(t, directory, { segmentBytes: 100 });
  assert.deepEqual(again.end, journal.end);
  await again.append([{ number: 50 }]);
  assert.deepEqual((await readAll(again)).records, [...expected, { number: 50 }]);
});

test('a refusal of the disk is told to the append, and the next append is whole', async (t) => {
  const directory = await makeDataDir(t);
  let fails = false;
  const sync = async () => {
    if (fails) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  const journal = await open(t, directory, { sync });
  await journal.append([1]);
  fails = true;
  await assert.rejects(journal.append([2]), /no space left/);
  await assert.rejects(journal.append([3]), /no space left/);
  fails = false;
  await journal.append([4]);
  assert.deepEqual((await readAll(journal)).records, [1, 4]);
  await journal.close();
  assert.deepEqual((await readAll(await open(t, directory))).records, [1, 4]);
});

test('closing waits for the appends under way and refuses later ones', async (t) => {
  const directory = await makeDataDir(t);
  const journal = await open(t, directory);
  const append = journal.append([1]);
  await journal.close();
  await append;
  await assert.rejects(journal.append([2]), /closed/);
});

test('a line that is longer than a page is read whole, and so are those around it', async (t) => {
  const journal = await open(t, await makeDataDir(t), { segmentBytes: 7_000_000 });
  const records = [{ a: 1 }, { text: 'x'.repeat(5_000_000) }, { b: 2 }, { text: 'y'.repeat(3_000_000) }, { c: 3 }];
  for (const record of records) await journal.append([record]);
  assert.ok(journal.end.segment > 1);
  assert.deepEqual(await readAll(journal), { records, damaged: 0 });
});
