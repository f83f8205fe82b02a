import type { PlayerState } from '../host/state.js';
import type { Store } from '../shared/store.js';
import { parseAspect } from '../timeline/aspect.js';
import { contentRect } from '../timeline/content-rect.js';

/**
 * Keeps the box and the picture in it in the store: on resize, on a new rendition's size, and when asked.
 * Fit and position are read from the media's own computed style, so that whatever set them is true.
 * @param frame what the picture is fitted into
 */
export function followGeometry(
  frame: Element,
  video: HTMLVideoElement,
  store: Store<PlayerState>,
  signal: AbortSignal,
): () => void {
  let box = store.get().box;
  const measure = () => {
    // Nothing is known of the box yet: the observer tells it in a moment, and asked for here it would force a layout.
    if (!box.width) return;
    const { objectFit, objectPosition } = getComputedStyle(video);
    const aspect = parseAspect(store.get().manifest?.aspect);
    const picture = {
      width: video.videoWidth || (aspect ?? 16 / 9),
      height: video.videoHeight || 1,
    };
    const rect = contentRect(box, picture, objectFit === 'cover' ? 'cover' : 'contain', objectPosition);
    const before = store.get();
    if (JSON.stringify([box, rect]) === JSON.stringify([before.box, before.picture])) return;
    store.set({ box, picture: rect });
  };
  const observer = new ResizeObserver((entries) => {
    const { width, height } = entries.at(-1)!.contentRect;
    box = { width, height };
    measure();
  });
  observer.observe(frame);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const event of ['loadedmetadata', 'resize']) video.addEventListener(event, measure, { signal });
  return measure;
}
