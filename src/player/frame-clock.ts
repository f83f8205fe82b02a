/** One reading of the media clock: at `at` on the document's timeline (ms) the frame of `mediaTime` (s) was shown. */
export interface ClockReading {
  readonly mediaTime: number;
  readonly at: number;
  /** Media seconds per second; 0 while nothing moves. */
  readonly rate: number;
}

/** Further off than this and what follows the picture is put right: 0.6 % of its width at a brisk 15 % a second. */
const DRIFT_MS = 40;
/** A reading that disagrees with the one before by this much may be a late callback; the second in a row is believed. */
const DOUBT_MS = 12;
/** Asking for a frame makes the page draw one, so without a doubt it is done this seldom. */
const LOOK_EVERY_MS = 15_000;
/** A busy page hears of the time late and reads it by that much wrong: only what two readings in a row say is true. */
const SAME_TWICE = 2;

/**
 * Tells when what follows the picture must be put right: on play, pause, seek, rate change, stall, and when the clocks
 * drift apart. Between two readings nothing runs but a comparison of two numbers for each `timeupdate`.
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
  let doubtful = false;
  let lookedAt = 0;
  /** How far `currentTime` was from the clock when the two were last known to agree, ms. */
  let offset = Number.NaN;
  let strays = 0;
  // The picture may be in another window's document, whose time is another.
  const timeline = () => Number(video.ownerDocument.timeline.currentTime ?? performance.now());
  const moving = () => !video.paused && !video.seeking && video.readyState > 2;
  const offsetNow = () => performance.now() - (video.currentTime * 1000) / video.playbackRate;

  const publish = (reading: ClockReading) => {
    last = reading;
    tell(reading);
  };
  const compare = (mediaTime: number) => {
    if (!moving()) return;
    const reading = { mediaTime, at: timeline(), rate: video.playbackRate };
    const drift =
      last?.rate === reading.rate
        ? Math.abs(reading.at - last.at - ((mediaTime - last.mediaTime) * 1000) / reading.rate)
        : Infinity;
    if (drift > DRIFT_MS || (drift > DOUBT_MS && doubtful)) publish(reading);
    doubtful = drift > DOUBT_MS && !doubtful;
    offset = Number.NaN;
    strays = 0;
  };
  const look = () => {
    if (pending || !moving()) return;
    lookedAt = performance.now();
    if (!video.requestVideoFrameCallback) return compare(video.currentTime);
    pending = video.requestVideoFrameCallback((_now, { mediaTime }) => {
      pending = 0;
      compare(mediaTime);
    });
  };
  const check = () => {
    if (!moving()) return;
    if (Number.isNaN(offset)) offset = offsetNow();
    strays = Math.abs(offsetNow() - offset) > DRIFT_MS ? strays + 1 : 0;
    if (doubtful || strays >= SAME_TWICE || !last?.rate || performance.now() - lookedAt > LOOK_EVERY_MS) look();
  };
  const halt = () => {
    if (pending) video.cancelVideoFrameCallback(pending);
    pending = 0;
    publish({ mediaTime: video.currentTime, at: timeline(), rate: 0 });
  };

  for (const event of ['pause', 'seeking', 'waiting', 'ended', 'emptied'])
    video.addEventListener(event, halt, { signal });
  for (const event of ['playing', 'seeked', 'ratechange']) video.addEventListener(event, look, { signal });
  for (const event of ['seeked', 'loadeddata']) video.addEventListener(event, () => moving() || halt(), { signal });
  video.addEventListener('timeupdate', check, { signal });
  signal.addEventListener('abort', () => pending && video.cancelVideoFrameCallback(pending), { once: true });
  return () => {
    last = undefined;
    if (moving()) look();
    else halt();
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
