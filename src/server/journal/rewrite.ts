import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeLine, overwriteLine } from './journal-line.js';
import { syncDirectory } from './segments.js';

/** Where lines stand that have one of some texts in them, each once; all lines when there are no texts. */
function* linesWith(bytes: Buffer, texts: readonly string[] | undefined): Generator<[start: number, stop: number]> {
  for (const text of texts ?? ['\n']) {
    for (let at = bytes.indexOf(text); at >= 0; ) {
      const start = at && bytes.lastIndexOf(10, at - 1) + 1;
      const stop = bytes.indexOf(10, at);
      if (stop < 0) break;
      yield [start, stop];
      at = bytes.indexOf(text, stop + 1);
    }
  }
}

async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const { atime, mtime } = await stat(path);
  const next = `${path}.next`;
  try {
    const file = await open(next, 'w');
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close());
    // retention goes by the time of the last record
    await utimes(next, atime, mtime);
    await rename(next, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/**
 * Writes a closed segment anew with some of its records blank, or with less in them. Every line keeps its place and length,
 * so that positions hold; the new file takes the old one's name at once, so that a crash leaves one or the other.
 * @param rewrite is given each whole record, and returns the same, a shorter one, or undefined for a blank
 * @param texts one of which a record has in its JSON when it may change: only those are parsed
 * @returns how many have changed
 */
export async function rewriteRecords(
  path: string,
  rewrite: (record: unknown) => unknown,
  texts?: readonly string[],
): Promise<number> {
  const bytes = await readFile(path);
  let changed = 0;
  for (const [start, stop] of linesWith(bytes, texts)) {
    const line = bytes.subarray(start, stop);
    const record = decodeLine(line);
    if (record === null || record === undefined) continue;
    const next = rewrite(record);
    if (next === record) continue;
    overwriteLine(line, next ?? null);
    changed += 1;
  }
  if (changed) await replaceFile(path, bytes);
  return changed;
}
