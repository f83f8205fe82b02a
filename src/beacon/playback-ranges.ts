const LONGEST_MS = 10_000;
/** How much further than the wall clock allows a position may be before it counts as a jump and not as playing. */
const SLACK_MS = 1_000;

export interface PlaybackRange {
  readonly fromMs: number;
  readonly toMs: number;
  readonly rate: number;
}

/**
 * Turns media events into the ranges of media time that were played. No played moment is told twice; none is longer
 * than ten seconds of media time or stays open for longer than ten seconds. A pause, a stall or a seek needs no state:
 * the range that it opens stays empty, and an empty range is not told.
 * `currentTime` is already the new one when `seeking` is told, so a seek ends the range at the last sample before it.
 * @returns a function that takes one sample: the type of its media event (all but `timeupdate` end the range in
 *   progress), the position in ms of media time, the rate, whether it is paused, and the Unix time
 */
export function createPlaybackRanges(emit: (range: PlaybackRange) => void) {
  let fromMs: number;
  let toMs: number;
  let rate: number;
  let openedAtMs: number;
  /** NaN in a pause: what moves then is no playing. */
  let sampledAtMs = Number.NaN;

  return (type: string, positionMs: number, rateNow: number, paused: boolean, atMs: number): void => {
    const stepMs = positionMs - toMs;
    const played = type !== 'seeking' && stepMs >= 0 && stepMs <= (atMs - sampledAtMs) * rate + SLACK_MS;
    if (played) toMs = positionMs;
    while (toMs - fromMs > LONGEST_MS) emit({ fromMs, toMs: (fromMs += LONGEST_MS), rate });
    if (!played || type !== 'timeupdate' || atMs - openedAtMs >= LONGEST_MS) {
      if (toMs > fromMs) emit({ fromMs, toMs, rate });
      fromMs = toMs = positionMs;
      rate = rateNow;
      openedAtMs = atMs;
    }
    sampledAtMs = paused ? Number.NaN : atMs;
  };
}
