import type { PlayerState } from '../host/state.js';
import type { Store } from '../shared/store.js';
import { parseAspect } from '../timeline/aspect.js';
import { contentRect } from '../timeline/content-rect.js';

/**
 * Keeps the box and the picture in it in the store: on resize, on a new rendition's size, and when asked.
 * Fit and position are read from the media's own computed style, so that whatever set them is true.
 * @param frame what the picture is fitted into
 * @returns asks for a new look, which is taken before the next frame is drawn
 */
export function followGeometry(
  frame: Element,
  video: HTMLVideoElement,
  store: Store<PlayerState>,
  signal: AbortSignal,
): () => void {
  // Only here is the layout known: the style of what stands in a container asked for elsewhere would force one.
  const observer = new ResizeObserver(([entry]) => measure(entry!, video, store));
  const look = () => {
    // What is observed anew is told anew.
    observer.unobserve(frame);
    // In another window another observer has it: this one would sleep with its page.
    if (!signal.aborted && frame.ownerDocument === document) observer.observe(frame);
  };
  look();
  for (const event of ['loadedmetadata', 'resize']) video.addEventListener(event, look, { signal });
  signal.addEventListener('abort', look, { once: true });
  return look;
}

/** Puts the box and the picture in it into the store, if they differ. */
export function measure(
  { contentRect: { width, height } }: ResizeObserverEntry,
  video: HTMLVideoElement,
  store: Store<PlayerState>,
): void {
  const box = { width, height };
  const { objectFit, objectPosition } = getComputedStyle(video);
  const before = store.get();
  const media = {
    width: video.videoWidth || (parseAspect(before.manifest?.aspect) ?? 16 / 9),
    height: video.videoHeight || 1,
  };
  const picture = contentRect(box, media, objectFit === 'cover' ? 'cover' : 'contain', objectPosition);
  if (JSON.stringify([box, picture]) !== JSON.stringify([before.box, before.picture])) store.set({ box, picture });
}
