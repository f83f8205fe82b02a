import { lastAtOrBefore } from './path.js';

interface Timed {
  readonly start: number;
  readonly end: number;
}

/** Answers what is shown at a time, and until when that stays so, without looking at everything each time. */
export interface Schedule<T extends Timed> {
  /** Items with `start <= time < end`, in order of their start. */
  activeAt(time: number): T[];
  /** The next time in seconds after `time` at which an item begins or ends; Infinity after the last. */
  nextChange(time: number): number;
}

/** @param items in any order; times in seconds */
export function createSchedule<T extends Timed>(items: readonly T[]): Schedule<T> {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  const starts = sorted.map((item) => item.start);
  /** The latest end among an item and all before it: where it is past, no earlier item can still be shown. */
  const latestEnds: number[] = [];
  for (const item of sorted) latestEnds.push(Math.max(item.end, latestEnds.at(-1) ?? -Infinity));
  const changes = [...new Set(sorted.flatMap((item) => [item.start, item.end]))].sort((a, b) => a - b);
  return {
    activeAt(time) {
      const active: T[] = [];
      for (let i = lastAtOrBefore(starts, time); i >= 0 && latestEnds[i]! > time; i -= 1) {
        if (sorted[i]!.end > time) active.push(sorted[i]!);
      }
      return active.reverse();
    },
    nextChange: (time) => changes[lastAtOrBefore(changes, time) + 1] ?? Infinity,
  };
}
