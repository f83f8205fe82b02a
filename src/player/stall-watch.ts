/** A clock that stands for this long while it should run counts as stuck: native HLS never says so itself. */
const STUCK_MS = 3000;

/** Calls `onStuck` once when playback stands still though it should run and there is data, or should long be. */
export function watchStalls(video: HTMLVideoElement, onStuck: () => void, signal: AbortSignal): void {
  let timer = 0;
  const disarm = () => clearTimeout(timer);
  const arm = () => {
    disarm();
    if (!video.paused && !video.ended && !signal.aborted) timer = window.setTimeout(onStuck, STUCK_MS);
  };
  for (const event of ['playing', 'timeupdate', 'waiting', 'seeked']) video.addEventListener(event, arm, { signal });
  for (const event of ['pause', 'ended', 'seeking', 'emptied']) video.addEventListener(event, disarm, { signal });
  signal.addEventListener('abort', disarm, { once: true });
}
