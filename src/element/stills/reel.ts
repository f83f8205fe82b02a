import type { Still } from '../../player/storyboard.js';
import type { Hotspot } from '../../schema/manifest.js';
import { warnOnce } from '../../shared/warn.js';
import { createSheets, drawStill } from './picture.js';
import { type Stop, stopsOf } from './stops.js';

/**
 * The pictures of a film, one of which is on a canvas.
 * @param changed hears of every step, with the still before; the picture itself follows
 */
export function createReel(
  stills: readonly Still[],
  hotspots: readonly Hotspot[],
  canvas: HTMLCanvasElement,
  changed: (before: Still | undefined) => void,
) {
  const sheetOf = createSheets();
  let left = stills;
  let stops = stopsOf(left, hotspots);
  let time = 0;
  let stop: Stop | undefined;

  const show = async (wanted: Stop | undefined): Promise<void> => {
    const before = stop?.still;
    stop = wanted;
    time = wanted?.time ?? time;
    changed(before);
    if (!wanted) return;
    const { src } = wanted.still;
    const sheet = await sheetOf(src).catch(() => undefined);
    if (stop !== wanted) return;
    if (sheet) return drawStill(canvas, sheet, wanted.still);
    warnOnce(`storyboard ${src}`, `The storyboard's picture ${src} could not be loaded.`);
    left = left.filter((still) => still.src !== src);
    stops = stopsOf(left, hotspots);
    return show(stops.at(time));
  };

  return {
    /** Seconds of media time. */
    get time() {
      return time;
    },
    /** The picture that is shown; undefined when there is none to show. */
    get still() {
      return stop?.still;
    },
    /** Goes to a time at once, and resolves when its picture is there. A sheet that cannot be had costs its stills. */
    seek(wanted: number): Promise<void> {
      time = wanted;
      return show(stops.at(wanted));
    },
    /** Goes to the next picture, or the one before; false when there is none. */
    step(by: 1 | -1, every: boolean): boolean {
      const next = stop && stops.from(stop, by, every);
      if (next) void show(next);
      return Boolean(next);
    },
    /** Whether there are pictures before and after this one; undefined where it is the only one. */
    ways() {
      if (!stop || stops.all.length < 2) return undefined;
      return { back: Boolean(stops.from(stop, -1)), on: Boolean(stops.from(stop, 1)) };
    },
  };
}
