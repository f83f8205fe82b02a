/** One reading of the media clock: at `at` on the document's timeline (ms) the frame of `mediaTime` (s) was shown. */
export interface ClockReading {
  readonly mediaTime: number;
  readonly at: number;
  /** Media seconds per second; 0 while nothing moves. */
  readonly rate: number;
}

/** Further off than this and what follows the picture is put right: 1 % of its width at a brisk 25 % a second. */
const DRIFT_MS = 40;
/** A reading that disagrees with the one before may be a late callback; the second in a row is believed. */
const SMALL_DRIFT_MS = 12;

/**
 * Tells when what follows the picture must be put right: on play, pause, seek, rate change, stall, and when the clocks
 * drift apart. Between two readings nothing runs but a look at one frame for each `timeupdate`.
 * `requestVideoFrameCallback` (WICG) gives the frame on the screen; without it `currentTime` has to do.
 * @returns a function that takes a reading now
 */
export function followFrames(
  video: HTMLVideoElement,
  tell: (reading: ClockReading) => void,
  signal: AbortSignal,
): () => void {
  let last: ClockReading | undefined;
  let pending = 0;
  let doubts = 0;
  const timeline = () => Number(document.timeline.currentTime ?? performance.now());
  const moving = () => !video.paused && !video.seeking && video.readyState > 2;

  const publish = (reading: ClockReading) => {
    doubts = 0;
    last = reading;
    tell(reading);
  };
  const still = () => publish({ mediaTime: video.currentTime, at: timeline(), rate: 0 });

  const compare = (mediaTime: number) => {
    if (!moving()) return;
    const reading = { mediaTime, at: timeline(), rate: video.playbackRate };
    if (last?.rate !== reading.rate) return publish(reading);
    const drift = Math.abs(reading.at - last.at - ((mediaTime - last.mediaTime) * 1000) / reading.rate);
    doubts = drift > SMALL_DRIFT_MS ? doubts + 1 : 0;
    if (drift > DRIFT_MS || doubts > 1) publish(reading);
  };
  const look = () => {
    if (pending || !moving()) return;
    if (!video.requestVideoFrameCallback) return compare(video.currentTime);
    pending = video.requestVideoFrameCallback((_now, { mediaTime }) => {
      pending = 0;
      compare(mediaTime);
    });
  };
  const halt = () => {
    if (pending) video.cancelVideoFrameCallback(pending);
    pending = 0;
    last = undefined;
    still();
  };

  for (const event of ['pause', 'seeking', 'waiting', 'ended', 'emptied'])
    video.addEventListener(event, halt, { signal });
  for (const event of ['playing', 'seeked', 'ratechange', 'timeupdate'])
    video.addEventListener(event, look, { signal });
  video.addEventListener('seeked', () => video.paused && still(), { signal });
  video.addEventListener('loadeddata', () => video.paused && still(), { signal });
  signal.addEventListener('abort', () => pending && video.cancelVideoFrameCallback(pending), { once: true });
  return () => {
    last = undefined;
    if (moving()) look();
    else still();
  };
}

/**
 * Holds an animation, whose time 0 is `startS` seconds of media time and which runs one second for each media second,
 * to the media clock.
 */
export function holdToClock(animation: Animation, startS: number, { mediaTime, at, rate }: ClockReading): void {
  const localMs = (mediaTime - startS) * 1000;
  if (rate === 0) {
    // Without a start time an animation holds still at its current time, and nothing is pending (Web Animations §4.4.6).
    animation.startTime = null;
    animation.currentTime = localMs;
    return;
  }
  if (animation.playbackRate !== rate) animation.playbackRate = rate;
  animation.startTime = at - localMs / rate;
}
