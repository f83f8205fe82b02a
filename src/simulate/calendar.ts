import type { Draw } from './draw.js';
import { DAY_MS, HOUR_MS, type SeasonOptions } from './options.js';

/** How many come in each hour of a day, in relation to the others (UTC). */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 9, 10, 9, 8, 8, 9, 11, 13, 15, 16, 14, 9, 4];
/** And on each day of the week, from Sunday on. */
const WEEKDAYS = [13, 9, 8, 8, 9, 10, 12];

/** When people come: more in the evening and on weekends, and more as the season goes on. */
export function createCalendar({ days, endMs }: SeasonOptions, draw: Draw): () => number {
  const startMs = endMs - days * DAY_MS;
  const firstMs = Math.floor(startMs / HOUR_MS) * HOUR_MS;
  const hours = Array.from({ length: Math.ceil((endMs - firstMs) / HOUR_MS) }, (_, index) => {
    const at = new Date(firstMs + index * HOUR_MS);
    const grown = 1 + (0.5 * index) / (days * 24);
    return [at.getTime(), HOURS[at.getUTCHours()]! * WEEKDAYS[at.getUTCDay()]! * grown] as const;
  });
  return () => Math.min(endMs, Math.max(startMs, draw.oneOf(hours) + draw.between(0, HOUR_MS)));
}
