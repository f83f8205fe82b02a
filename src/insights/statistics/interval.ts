/** The bounds of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
