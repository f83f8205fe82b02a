import type { Address } from './address.js';

/** Days as the API takes them, both within. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_DAYS = 28;

const nameOf = (utc: number) => new Date(utc).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

/** The day before or after, by whole days of the calendar. */
export const addDays = (day: string, days: number): string => nameOf(Date.parse(day) + days * DAY_MS);
export const daysIn = ({ from, to }: Range): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** The day that it is on this machine's calendar. */
export function today(now: Date = new Date()): string {
  return nameOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/** What an address asks for: days that it names, or so many up to today. */
export function rangeOf({ from, to, days }: Address, day: string): Range {
  if (from && to && from <= to) return { from, to };
  return { from: addDays(day, 1 - Number(days ?? DEFAULT_DAYS)), to: day };
}

/** As long a time, right before it. */
export function rangeBefore(range: Range): Range {
  return { from: addDays(range.from, -daysIn(range)), to: addDays(range.from, -1) };
}

/** At most so many days of a range, evenly, the last one among them. */
export function daysWithin(range: Range, most: number): string[] {
  const count = daysIn(range);
  const steps = Math.min(count, most);
  const at = Array.from({ length: steps }, (_, index) => Math.round(((index + 1) * count) / steps) - 1);
  return at.map((days) => addDays(range.from, days));
}
