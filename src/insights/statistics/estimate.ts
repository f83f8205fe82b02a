import { checkCount, checkNumber } from './check.js';

/** What was estimated, how far off it may be, and from how many: `share`, `mean` and `ratio` make them of one arm. */
export interface Estimate {
  readonly value: number;
  /** Standard error. */
  readonly se: number;
  /** Of all arms that went into it. */
  readonly n: number;
}

export function checkEstimate(name: string, { value, se, n }: Estimate): void {
  checkNumber(`${name}.value`, value, -Number.MAX_VALUE);
  checkNumber(`${name}.se`, se, 0);
  checkCount(`${name}.n`, n, 1);
}
