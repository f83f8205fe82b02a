import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/** Engines add up fractions in orders of their own, and the last of a double's sixteen digits follows it. */
const TOLERANCE = 1e-9;

const isCount = (value: number) => Number.isSafeInteger(value);

function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  return !(isCount(a) && isCount(b)) && Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Where two answers first differ, such as `.rows.3.low`. */
function difference(a: unknown, b: unknown, path = ''): string | undefined {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b) ? undefined : path;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return isDeepStrictEqual(a, b) ? undefined : path;
  const [one, other] = [a, b] as Record<string, unknown>[];
  const names = Object.keys(one!);
  if (!isDeepStrictEqual(new Set(names), new Set(Object.keys(other!)))) return path;
  for (const name of names) {
    const found = difference(one![name], other![name], `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fractions are alike to nine digits; whole numbers, texts and what is absent are the same. */
export function assertAlike(actual: unknown, expected: unknown, what: string): void {
  const path = difference(actual, expected);
  if (path === undefined) return;
  const at = (value: unknown) =>
    path
      .split('.')
      .slice(1)
      .reduce((found, name) => (found as Record<string, unknown>)[name], value);
  assert.deepEqual(at(actual), at(expected), `${path || 'all'} of ${what}`);
  assert.fail(`${path || 'all'} of ${what}`);
}
