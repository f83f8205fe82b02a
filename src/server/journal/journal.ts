/**
 * The truth of the collector: an append-only file in segments, one line per record. The database is a projection of it.
 * Appends that come while the disk is busy share the next write and the next sync ("group commit").
 */
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { encodeLine } from './journal-line.js';
import { type JournalReader, readPage } from './journal-reader.js';
import { isBefore, type Position } from './position.js';
import { repairTail } from './repair.js';
import { expiredSegments, type Retention } from './retention.js';
import { rewriteRecords } from './rewrite.js';
import { createSegment, listSegments, segmentPath } from './segments.js';

export interface Journal extends JournalReader {
  /** Writes and syncs since it was opened, for a look at how well appends share them. */
  readonly commits: number;
  /** Bytes that wait for the disk. */
  readonly waitingBytes: number;
  /** Of all segments, as of the last look. */
  readonly bytes: number;
  /**
   * Resolves with the end behind the records once they are on disk.
   * @throws when the disk refuses them; none of them counts as taken then, and a later append may succeed
   */
  append(records: readonly unknown[]): Promise<Position>;
  /** Closes the segment that is written, unless it is empty. Resolves with the number of the new one. */
  rotate(): Promise<number>;
  /** Changes records of the closed segments before `until`. Returns how many; see `rewriteRecords`. */
  rewrite(until: number, change: (record: unknown) => unknown, texts?: readonly string[]): Promise<number>;
  /**
   * Deletes what need not be kept.
   * @param taken how far the slowest consumer is
   * @returns the segments that went
   */
  retain(retention: Retention, nowMs: number, taken: Position): Promise<readonly number[]>;
  /** Waits for the appends under way. Later ones are refused. */
  close(): Promise<void>;
}

export interface JournalOptions {
  /** A segment that has reached this length is followed by the next. */
  readonly segmentBytes?: number;
  readonly warn?: (message: string) => void;
  /** How a file gets to the disk. */
  readonly sync?: (file: FileHandle) => Promise<void>;
  /** Told of each commit: how many bytes, and the seconds that its sync took. */
  readonly onCommit?: (bytes: number, syncS: number) => void;
}

interface Append {
  readonly bytes: Buffer;
  resolve(end: Position): void;
  reject(error: unknown): void;
}

export const SEGMENT_BYTES = 32 * 1024 * 1024;

async function writeAll(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, offset + written)).bytesWritten;
  }
}

/** Opens the journal in `directory`, which no other process may hold, and mends a torn end with one warning. */
export async function openJournal(
  directory: string,
  {
    segmentBytes = SEGMENT_BYTES,
    warn = console.warn,
    sync = (opened) => opened.datasync(),
    onCommit,
  }: JournalOptions = {},
): Promise<Journal> {
  let segments = await listSegments(directory);
  const last = segments.at(-1);
  let closedBytes = 0;
  let file: FileHandle | undefined;
  let end: Position = { segment: 0, offset: 0 };
  if (last === undefined) await openNext();
  else {
    const path = segmentPath(directory, last);
    const { length, dropped } = await repairTail(path);
    if (dropped) warn(`${path}: the last ${dropped} bytes were half written and never acknowledged; they are cut off.`);
    end = { segment: last, offset: length };
    file = await open(path, 'r+');
  }
  for (const segment of segments.slice(0, -1)) closedBytes += (await stat(segmentPath(directory, segment))).size;

  const listeners = new Set<() => void>();
  let queue: Append[] = [];
  let rotations: (() => void)[] = [];
  let waitingBytes = 0;
  let commits = 0;
  let draining: Promise<void> | undefined;
  let closed = false;

  /** An empty segment, under the same number when the one that failed took nothing: a full disk makes no endless files. */
  async function openNext(): Promise<FileHandle> {
    const segment = end.offset || !end.segment ? end.segment + 1 : end.segment;
    const created = await createSegment(directory, segment);
    await file?.close();
    file = created;
    if (segment !== end.segment) {
      closedBytes += end.offset;
      segments = [...segments, segment];
      end = { segment, offset: 0 };
    }
    return created;
  }

  async function commit(group: readonly Append[]): Promise<void> {
    const opened = file && end.offset < segmentBytes ? file : await openNext();
    const bytes = group.length === 1 ? group[0]!.bytes : Buffer.concat(group.map((append) => append.bytes));
    await writeAll(opened, bytes, end.offset);
    const written = performance.now();
    await sync(opened);
    onCommit?.(bytes.length, (performance.now() - written) / 1000);
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
    while (queue.length || rotations.length) {
      const group = queue;
      queue = [];
      if (group.length) {
        try {
          await commit(group);
        } catch (error) {
          await abandon();
          for (const append of group) append.reject(error);
        }
        for (const append of group) {
          waitingBytes -= append.bytes.length;
          append.resolve(end);
        }
        for (const listener of listeners) listener();
      }
      if (queue.length || !rotations.length) continue;
      const waiting = rotations;
      rotations = [];
      if (end.offset) await openNext().catch(abandon);
      for (const resolve of waiting) resolve();
    }
  }

  function startDraining(): void {
    draining ??= drain().finally(() => {
      draining = undefined;
      if (queue.length || rotations.length) startDraining();
    });
  }

  const startOf = (): Position => ({ segment: segments[0]!, offset: 0 });

  return {
    get start() {
      return startOf();
    },
    get end() {
      return end;
    },
    get commits() {
      return commits;
    },
    get waitingBytes() {
      return waitingBytes;
    },
    get bytes() {
      return closedBytes + end.offset;
    },
    append(records) {
      if (closed) return Promise.reject(new Error('The journal is closed.'));
      const bytes = Buffer.concat(records.map(encodeLine));
      waitingBytes += bytes.length;
      return new Promise((resolve, reject) => {
        queue.push({ bytes, resolve, reject });
        startDraining();
      });
    },
    rotate() {
      if (closed) return Promise.resolve(end.segment);
      return new Promise((resolve) => {
        rotations.push(() => resolve(end.segment));
        startDraining();
      });
    },
    async rewrite(until, change, texts) {
      let changed = 0;
      for (const segment of segments.filter((number) => number < Math.min(until, end.segment))) {
        changed += await rewriteRecords(segmentPath(directory, segment), change, texts);
      }
      return changed;
    },
    async retain(retention, nowMs, taken) {
      const facts = await Promise.all(
        segments.map(async (segment) => {
          const { size, mtimeMs } = await stat(segmentPath(directory, segment));
          return { segment, bytes: size, writtenMs: mtimeMs };
        }),
      );
      const expired = expiredSegments(facts, retention, nowMs, taken);
      for (const segment of expired) {
        // out of the list first: a reader must not be sent there any more
        segments = segments.filter((number) => number !== segment);
        closedBytes -= facts.find((fact) => fact.segment === segment)!.bytes;
        await rm(segmentPath(directory, segment), { force: true });
      }
      return expired;
    },
    read(from) {
      const start = startOf();
      return readPage(directory, isBefore(from, start) ? start : from, end);
    },
    onGrow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      while (draining) await draining;
      await file?.close();
      file = undefined;
    },
  };
}
