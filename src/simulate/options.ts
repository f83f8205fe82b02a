/** What a season is made of. The same options make the same season, to the last id. */
export interface SeasonOptions {
  readonly site: string;
  /** A whole number. */
  readonly seed: number;
  readonly days: number;
  /** People; programs come on top. */
  readonly viewers: number;
  /** When it ends, Unix milliseconds. */
  readonly endMs: number;
}

/** Eight weeks: four to look at and the four before, and orders old enough for what comes back to have done so. */
export const DAYS = 56;
export const VIEWERS = 6000;
export const SEED = 1;
export const SITE = 'simulated';

export const DAY_MS = 24 * 3_600_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;
