import type { Warn } from './source.js';

/** A fraction of the picture from percents, `65` or `'65%'`; undefined, and told of, when it is neither. */
export function fractionOf(value: unknown, place: string, warn: Warn): number | undefined {
  const percent = typeof value === 'string' && /^\s*-?[\d.]+\s*%?\s*$/.test(value) ? Number.parseFloat(value) : value;
  if (typeof percent !== 'number' || !Number.isFinite(percent)) {
    warn(place, `is no percentage: ${JSON.stringify(value)}`);
    return undefined;
  }
  if (percent < 0 || percent > 100) {
    warn(place, `lies outside the picture, ${percent} %`);
    return undefined;
  }
  return Math.round(percent * 100) / 10_000;
}
