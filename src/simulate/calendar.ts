import type { Draw } from './draw.js';
import { DAY_MS, HOUR_MS, type SeasonOptions } from './options.js';

/** How many come in each hour of a day, in relation to the others (UTC). */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 9, 10, 9, 8, 8, 9, 11, 13, 15, 16, 14, 9, 4].map(
  (weight, hour) => [hour, weight] as const,
);
/** And on each day of the week, from Sunday on. */
const WEEKDAYS = [13, 9, 8, 8, 9, 10, 12];
/** By how much more come at the end than at the beginning. */
const GROWTH = 0.5;

/** When people come: more in the evening and on weekends, and more as the season goes on. */
export function createCalendar({ days, endMs }: SeasonOptions, draw: Draw): () => number {
  const startMs = endMs - days * DAY_MS;
  const [first, last] = [Math.floor(startMs / DAY_MS), Math.floor(endMs / DAY_MS)];
  const dates = Array.from({ length: last - first + 1 }, (_, index) => {
    const dayMs = (first + index) * DAY_MS;
    return [dayMs, WEEKDAYS[new Date(dayMs).getUTCDay()]! * (1 + (GROWTH * index) / days)] as const;
  });
  return () => {
    // the first day and the last are not whole
    for (;;) {
      const atMs = draw.oneOf(dates) + (draw.oneOf(HOURS) + draw.random()) * HOUR_MS;
      if (atMs >= startMs && atMs < endMs) return atMs;
    }
  };
}
