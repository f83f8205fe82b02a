import { watchStalls } from '../stall-watch.js';
import type { AttachedEngine, EngineOptions } from './engine.js';

/**
 * The browser plays the source by itself, HLS or a file.
 * Its faults are nearly all code 4, whatever broke, so only a decoding error is told apart.
 * @param options.stallIsFault what else could play it stands ready, so a clock that stands counts as a fault
 */
export function attachNative({
  video,
  src,
  startAt,
  onFault,
  signal,
  stallIsFault = false,
}: EngineOptions & { stallIsFault?: boolean }): AttachedEngine {
  const load = (at: number) => {
    if (video.src !== src || video.error) video.src = src;
    if (at > 0) {
      if (video.readyState > 0) video.currentTime = at;
      else video.addEventListener('loadedmetadata', () => (video.currentTime = at), { once: true, signal });
    }
  };
  video.addEventListener('error', () => onFault(video.error?.code === 3 ? 'media' : 'network', video.error), {
    signal,
  });
  if (stallIsFault) watchStalls(video, () => onFault('media', 'the clock stood still'), signal);
  load(startAt);
  return { reload: () => load(video.currentTime || startAt) };
}
