import { open, stat } from 'node:fs/promises';
import { decodeLine } from './journal-line.js';
import { isBefore, type Position } from './position.js';
import { segmentPath } from './segments.js';

export interface JournalPage {
  readonly records: readonly unknown[];
  /** Lines that were stepped over because their checksum is wrong. */
  readonly damaged: number;
  readonly next: Position;
}

/**
 * All that a consumer of the journal needs, and all that it gets: from a position to a page of records and the position
 * behind them. A consumer keeps its own position, together with what it made of the records, so that neither a crash nor a
 * second consumer needs anything from the journal. DuckDB's projection is one; a store in another process or on another
 * machine is made with nothing else. Positions hold for good: segments are dropped whole, and what is erased in them
 * leaves its bytes blank.
 */
export interface JournalReader {
  /** Where the oldest record is. */
  readonly start: Position;
  /** How far it is on disk. */
  readonly end: Position;
  /** The records behind a position, a page at a time, as far as they are on disk; from `start` when it is before that. */
  read(from: Position): Promise<JournalPage>;
  /** Calls `listener` when the end has moved; returns the stop. */
  onGrow(listener: () => void): () => void;
}

/** Far longer than lines are; for one that is longer, a page grows. */
export const PAGE_BYTES = 2 * 1024 * 1024;
const LONGEST_PAGE = 64 * 1024 * 1024;

/** At least one whole line, if there is one: of what is read, as little as has its end. */
async function readBytes(path: string, offset: number, available: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let pageBytes = PAGE_BYTES; ; pageBytes *= 4) {
      const length = Math.min(pageBytes, available);
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
      const bytes = buffer.subarray(0, bytesRead);
      if (bytes.includes(10) || bytesRead < pageBytes || pageBytes >= LONGEST_PAGE) return bytes;
    }
  } finally {
    await file.close();
  }
}

/**
 * The records of one segment from `from` on, a page of them.
 * @param end how far the journal is on disk
 * @throws when the segment cannot be read
 */
export async function readPage(directory: string, from: Position, end: Position): Promise<JournalPage> {
  const { segment, offset } = from;
  const available = segment === end.segment ? end.offset - offset : Number.POSITIVE_INFINITY;
  const path = segmentPath(directory, segment);
  const bytes = await readBytes(path, offset, available);
  const records: unknown[] = [];
  let damaged = 0;
  let start = 0;
  for (let stop = bytes.indexOf(10); stop >= 0; stop = bytes.indexOf(10, start)) {
    const record = decodeLine(bytes.subarray(start, stop));
    if (record === undefined) damaged += 1;
    // null: erased
    else if (record !== null) records.push(record);
    start = stop + 1;
  }
  if (bytes.length < PAGE_BYTES && segment < end.segment) {
    return { records, damaged, next: { segment: segment + 1, offset: 0 } };
  }
  if (!bytes.length) throw new Error(`${path} has become shorter than it was. Restart the server to mend it.`);
  // a page without a line break is all damage
  return { records, damaged, next: { segment, offset: offset + (start || bytes.length) } };
}

/** Bytes between two positions: what a consumer has before it. */
export async function bytesBetween(directory: string, from: Position, to: Position): Promise<number> {
  let bytes = isBefore(from, to) ? to.offset - from.offset : 0;
  for (let segment = from.segment; segment < to.segment; segment += 1) {
    bytes += await stat(segmentPath(directory, segment)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return bytes;
}
