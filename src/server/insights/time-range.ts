import { DAY_MS, startOfDay } from '../../insights/zone.js';
import type { QuestionFault } from './question-fault.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/** What is asked about before or after is a slip of the pen. */
const FIRST_MS = Date.UTC(2000, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

/** `Date.parse` alone would let the 30th of February pass. */
function isOnCalendar(day: string): boolean {
  const ms = Date.parse(day);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

function time(parameter: 'from' | 'to', given: string | undefined, zone: string): number | undefined | QuestionFault {
  if (!given) return undefined;
  // the plus of an offset, written as it is, arrives as a space
  const value = given.replace(/ (?=\d{2}:\d{2}$)/, '+');
  if (
    !(DAY.test(value) || INSTANT.test(value)) ||
    !isOnCalendar(value.slice(0, 10)) ||
    Number.isNaN(Date.parse(value))
  ) {
    const error = `\`${parameter}\` must be a day such as 2026-11-22 (in \`tz\`) or a time such as 2026-11-22T10:00:00Z.`;
    return { error, path: parameter };
  }
  const ms = Date.parse(value);
  if (ms < FIRST_MS || ms >= LAST_MS) {
    return { error: `\`${parameter}\` must be from 2000 to 2099.`, path: parameter };
  }
  if (!DAY.test(value)) return ms;
  const next = new Date(ms + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(parameter === 'to' ? next : value, zone);
}

/** `from` is within, `to` is not; but a `to` that is a day means the whole of it, in the zone. */
export function timeRange(
  query: Readonly<Partial<Record<'from' | 'to', string>>>,
  zone: string,
): { fromMs?: number; toMs?: number } | QuestionFault {
  const fromMs = time('from', query.from, zone);
  if (typeof fromMs === 'object') return fromMs;
  const toMs = time('to', query.to, zone);
  if (typeof toMs === 'object') return toMs;
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    return { error: '`from` must be before `to`.', path: 'from' };
  }
  return { fromMs, toMs };
}
