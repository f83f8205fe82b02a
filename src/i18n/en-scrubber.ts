/** The English of what the seek bar tells, which comes with it. */
export const enScrubber = {
  /** Between the time, the chapter and the product. */
  comma: '{before}, {after}',
  andMore: { one: '{name} and {count} more', other: '{name} and {count} more' },
} as const;
