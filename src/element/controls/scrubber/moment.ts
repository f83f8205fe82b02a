import type { ShoppableHost } from '../../../host/host.js';
import { productOf } from '../../../host/product-of.js';
import { enScrubber } from '../../../i18n/en-scrubber.js';
import { fill } from '../../../i18n/format.js';
import type { ScrubberStrings } from '../../../i18n/strings.js';
import type { Film } from '../../../player/film.js';
import { cueAt } from '../../../player/webvtt.js';

/** The name of the chapter at a time, and of the segment where it is called otherwise. */
export function chapterAt({ chapters, segments }: Film, time: number, text: ScrubberStrings): string {
  const chapter = cueAt(chapters, time)?.name ?? '';
  const segment = cueAt(segments, time)?.name ?? '';
  return chapter && segment && chapter !== segment
    ? fill(text.comma, { before: chapter, after: segment })
    : chapter || segment;
}

/** The product that came into the picture last and is still there. */
export function productAt({ state }: ShoppableHost, time: number): string {
  const { manifest } = state.get();
  let latest: { start: number; product: string } | undefined;
  for (const hotspot of manifest?.hotspots ?? []) {
    if (hotspot.start <= time && time < hotspot.end && hotspot.start >= (latest?.start ?? 0)) latest = hotspot;
  }
  return productOf(state.get(), latest?.product)?.name ?? '';
}

/** A place in the film in words: its time, chapter and product, as far as it has them. */
export function inWords(place: string, time: number, film: Film, host: ShoppableHost): string {
  const text = { ...enScrubber, ...host.strings };
  return [chapterAt(film, time, text), productAt(host, time)]
    .filter(Boolean)
    .reduce((before, after) => fill(text.comma, { before, after }), place);
}
