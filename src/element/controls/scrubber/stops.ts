/** Two places nearer than this are one to a person who jumps. */
const SAME_S = 0.3;
/** How far a film may have played on from a place and "back" still means the one before it. */
const SLACK_S = 1;

/** The places to jump to, in order; of two that are nearly one the later, where both have begun. */
export function stopsOf(times: readonly number[]): number[] {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.filter((time, i) => !(sorted[i + 1]! - time < SAME_S));
}

/** Where a jump goes from a time: on to the next place, or back to the one before; undefined when there is none. */
export function jumpFrom(stops: readonly number[], time: number, by: 1 | -1, isPlaying: boolean): number | undefined {
  if (by > 0) return stops.find((stop) => stop > time + 0.05);
  return stops.findLast((stop) => stop < time - (isPlaying ? SLACK_S : 0.05)) ?? (time > 0 ? 0 : undefined);
}
