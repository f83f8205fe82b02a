import type { Position } from './position.js';

/** How long a journal is kept. What is left out sets no bound. */
export interface Retention {
  /** Since the last record of a segment was written. */
  readonly maxAgeMs?: number;
  /** Of all segments together. */
  readonly maxBytes?: number;
}

export interface SegmentFacts {
  readonly segment: number;
  readonly bytes: number;
  /** When it was last appended to, Unix milliseconds. */
  readonly writtenMs: number;
}

/**
 * Which of the oldest segments may go. The one that is written never does, and neither does one that a consumer has not
 * read to its end.
 * @param segments in order, the last is the one that is written
 * @param taken how far the slowest consumer is
 */
export function expiredSegments(
  segments: readonly SegmentFacts[],
  { maxAgeMs = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY }: Retention,
  nowMs: number,
  taken: Position,
): number[] {
  let total = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  const expired: number[] = [];
  for (const { segment, bytes, writtenMs } of segments.slice(0, -1)) {
    if (segment >= taken.segment || (nowMs - writtenMs <= maxAgeMs && total <= maxBytes)) break;
    expired.push(segment);
    total -= bytes;
  }
  return expired;
}
