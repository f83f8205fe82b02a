/**
 * The truth of the collector: an append-only file in segments, one line per record. The database is a projection of it.
 * Appends that come while the disk is busy share the next write and the next sync ("group commit").
 */
import { type FileHandle, open } from 'node:fs/promises';
import { encodeLine } from './journal-line.js';
import { type JournalPage, readPage } from './journal-reader.js';
import type { Position } from './position.js';
import { repairTail } from './repair.js';
import { createSegment, listSegments, segmentPath } from './segments.js';

export interface Journal {
  /** Where the oldest record is. */
  readonly start: Position;
  /** How far it is on disk. */
  readonly end: Position;
  /** Writes and syncs since it was opened, for a look at how well appends share them. */
  readonly commits: number;
  /**
   * Resolves with the end behind the records once they are on disk.
   * @throws when the disk refuses them; none of them counts as taken then, and a later append may succeed
   */
  append(records: readonly unknown[]): Promise<Position>;
  /** The records behind a position, a page at a time, as far as they are on disk. */
  read(from: Position): Promise<JournalPage>;
  /** Calls `listener` after each commit; returns the stop. */
  onGrow(listener: () => void): () => void;
  /** Waits for the appends under way. Later ones are refused. */
  close(): Promise<void>;
}

export interface JournalOptions {
  /** A segment that has reached this length is followed by the next. */
  readonly segmentBytes?: number;
  readonly warn?: (message: string) => void;
  /** How a file gets to the disk. */
  readonly sync?: (file: FileHandle) => Promise<void>;
}

interface Append {
  readonly bytes: Buffer;
  resolve(end: Position): void;
  reject(error: unknown): void;
}

async function writeAll(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, offset + written)).bytesWritten;
  }
}

/** Opens the journal in `directory`, which no other process may hold, and mends a torn end with one warning. */
export async function openJournal(
  directory: string,
  { segmentBytes = 64 * 1024 * 1024, warn = console.warn, sync = (opened) => opened.datasync() }: JournalOptions = {},
): Promise<Journal> {
  const segments = await listSegments(directory);
  const start = { segment: segments[0] ?? 1, offset: 0 };
  const last = segments.at(-1);
  let file: FileHandle | undefined;
  let end: Position = { segment: 0, offset: 0 };
  if (last === undefined) await rotate();
  else {
    const path = segmentPath(directory, last);
    const { length, dropped } = await repairTail(path);
    if (dropped) warn(`${path}: the last ${dropped} bytes were half written and never acknowledged; they are cut off.`);
    end = { segment: last, offset: length };
    file = await open(path, 'r+');
  }

  const listeners = new Set<() => void>();
  let queue: Append[] = [];
  let commits = 0;
  let draining: Promise<void> | undefined;
  let closed = false;

  async function rotate(): Promise<FileHandle> {
    const next = end.segment + 1;
    const created = await createSegment(directory, next);
    await file?.close();
    file = created;
    end = { segment: next, offset: 0 };
    return created;
  }

  async function commit(group: readonly Append[]): Promise<void> {
    const opened = file && end.offset < segmentBytes ? file : await rotate();
    const bytes = Buffer.concat(group.map((append) => append.bytes));
    await writeAll(opened, bytes, end.offset);
    await sync(opened);
    commits += 1;
    end = { ...end, offset: end.offset + bytes.length };
  }

  /** What a failed sync left in the page cache is unknown: the file is cut back and never written again. */
  async function abandon(): Promise<void> {
    const failed = file;
    file = undefined;
    await failed?.truncate(end.offset).catch(() => {});
    await failed?.close().catch(() => {});
  }

  async function drain(): Promise<void> {
    while (queue.length) {
      const group = queue;
      queue = [];
      try {
        await commit(group);
      } catch (error) {
        await abandon();
        for (const append of group) append.reject(error);
        continue;
      }
      for (const append of group) append.resolve(end);
      for (const listener of listeners) listener();
    }
    draining = undefined;
  }

  return {
    start,
    get end() {
      return end;
    },
    get commits() {
      return commits;
    },
    append(records) {
      if (closed) return Promise.reject(new Error('The journal is closed.'));
      const bytes = Buffer.concat(records.map(encodeLine));
      return new Promise((resolve, reject) => {
        queue.push({ bytes, resolve, reject });
        draining ??= drain();
      });
    },
    read: (from) => readPage(directory, from, end),
    onGrow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      await draining;
      await file?.close();
      file = undefined;
    },
  };
}
