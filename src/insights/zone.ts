/** Days of a time zone. Nothing here knows a rule: what summer time is says `Intl`. */

export const DAY_MS = 24 * 3_600_000;
/** All zones are a multiple of it from UTC, so that each local day begins with one. */
export const QUARTER_MS = 15 * 60_000;
/** Zones have been an hour off for as little as a month (Morocco, in Ramadan). */
const STEP_MS = 7 * DAY_MS;

/** From `sinceMs` on local clocks are `offsetMs` before UTC. */
export interface Period {
  readonly sinceMs: number;
  readonly offsetMs: number;
}

/** @throws RangeError when there is no such zone */
function offsets(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  return (ms) => {
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT([+-])?(\d\d)?:?(\d\d)?:?(\d\d)?/.exec(name)!;
    return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
}

export function isZone(zone: string): boolean {
  try {
    offsets(zone);
    return true;
  } catch {
    return false;
  }
}

/** The periods between two times, of which the first holds before the others too. */
export function periods(zone: string, fromMs: number, toMs: number): Period[] {
  const offset = offsets(zone);
  const found = [{ sinceMs: fromMs, offsetMs: offset(fromMs) }];
  for (let low = fromMs; low < toMs; low += STEP_MS) {
    const high = Math.min(low + STEP_MS, toMs);
    const offsetMs = offset(high);
    if (offsetMs === found.at(-1)!.offsetMs) continue;
    let [before, after] = [low, high];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle) === offsetMs) after = middle;
      else before = middle;
    }
    found.push({ sinceMs: after, offsetMs });
  }
  return found;
}

/**
 * When a local day begins, which is not at midnight where clocks are put forward then.
 * @param day such as 2026-11-22
 */
export function startOfDay(day: string, zone: string): number {
  const midnight = Date.parse(day);
  const around = periods(zone, midnight - 2 * DAY_MS, midnight + 2 * DAY_MS);
  const starts = around.flatMap(({ sinceMs, offsetMs }, index) => {
    const start = Math.max(midnight - offsetMs, sinceMs);
    return start < (around[index + 1]?.sinceMs ?? Number.POSITIVE_INFINITY) ? [start] : [];
  });
  return Math.min(...starts);
}

/** SQL that numbers the local day of a time, from 1 January 1970. */
export function dayNumber(column: string, found: readonly Period[], divide: (a: string, b: string) => string): string {
  const cases = found
    .slice(1)
    .map(({ sinceMs }, index) => `WHEN ${column} < ${sinceMs} THEN ${found[index]!.offsetMs}`);
  const last = found.at(-1)!.offsetMs;
  const offset = cases.length ? `CASE ${cases.join(' ')} ELSE ${last} END` : String(last);
  return divide(`${column} + ${offset}`, String(DAY_MS));
}

/** @returns such as 2026-11-22 */
export const dayName = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
