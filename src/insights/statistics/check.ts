/*
 * What no statistic can be made of is refused in one wording: a RangeError that names the argument, what it may be, and
 * what it was. A NaN let through would come out as a bound.
 */

/** @throws RangeError unless `value` is a finite number, `least` to `most` */
export function checkNumber(name: string, value: number, least: number, most = Number.MAX_VALUE): void {
  if (value >= least && value <= most) return;
  throw new RangeError(`${name} must be a number ${range(least, most)}, but is ${value}.`);
}

/** @throws RangeError unless `value` is a whole number, `least` to `most` */
export function checkCount(name: string, value: number, least = 0, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number ${range(least, most)}, but is ${value}.`);
}

/** @throws RangeError unless 0 < `value` < 1: of a level 0.95 is 95 % */
export function checkInside(name: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${name} must be between 0 and 1, but is ${value}.`);
}

/** @throws RangeError for an empty list */
export function checkSome(name: string, list: readonly unknown[]): void {
  if (list.length === 0) throw new RangeError(`${name} must not be empty.`);
}

function range(least: number, most: number): string {
  if (most < Number.MAX_SAFE_INTEGER) return `from ${least} to ${most}`;
  if (least === Number.MIN_VALUE) return 'above 0';
  return least === -Number.MAX_VALUE ? 'that is finite' : `of at least ${least}`;
}
