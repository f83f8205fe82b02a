const LONGEST_MS = 10_000;
/** How much further than the wall clock allows a position may be before it counts as a jump and not as playing. */
const SLACK_MS = 1_000;

export interface PlaybackSample {
  /** The media event that brought it; `cut` ends the range in progress and starts the next where it ended. */
  readonly type: string;
  readonly positionMs: number;
  readonly rate: number;
  readonly paused: boolean;
  /** Unix time. */
  readonly atMs: number;
}

/**
 * Turns media events into the ranges of media time that were played. Each ends where the next begins or earlier, so no
 * played moment is told twice; none is longer than ten seconds of media time or stays open for longer than ten seconds.
 * `currentTime` is already the new one when `seeking` is told, so a seek ends the range at the last sample before it.
 * @returns a function that takes one sample
 */
export function createPlaybackRanges(
  emit: (range: { fromMs: number; toMs: number; rate: number }) => void,
): (sample: PlaybackSample) => void {
  let open = false;
  let seeking = false;
  let fromMs = 0;
  let toMs = 0;
  let rate = 1;
  let openedAtMs = 0;
  let sampledAtMs = 0;

  return (sample) => {
    const { type, positionMs, atMs } = sample;
    const stepMs = positionMs - toMs;
    const played = type !== 'seeking' && stepMs >= 0 && stepMs <= (atMs - sampledAtMs) * rate + SLACK_MS;
    if (type === 'seeking') seeking = true;
    else if (type === 'seeked' || type === 'playing') seeking = false;
    const plays = !sample.paused && !seeking && !/pause|waiting|ended/.test(type);

    if (open) {
      if (played) toMs = positionMs;
      while (toMs - fromMs > LONGEST_MS) emit({ fromMs, toMs: (fromMs += LONGEST_MS), rate });
      open = plays && played && rate === sample.rate && type !== 'cut' && atMs - openedAtMs < LONGEST_MS;
      if (!open && toMs > fromMs) emit({ fromMs, toMs, rate });
    }
    if (plays && !open) {
      open = true;
      fromMs = toMs = positionMs;
      rate = sample.rate;
      openedAtMs = atMs;
    }
    sampledAtMs = atMs;
  };
}
