import type { ShoppableHost } from '../../../host/host.js';
import { type Chapter, chaptersOf, chapterTrack, parseChapters } from '../../../player/chapters.js';
import { readTrack } from '../../../player/read-track.js';
import type { Manifest } from '../../../schema/manifest.js';

/** What a film is divided into. */
export interface Film {
  readonly chapters: readonly Chapter[];
  /** The parts of a show, where they are others than its chapters. */
  readonly segments: readonly Chapter[];
}

/** Nearer than this, a segment begins where a chapter does. */
const SAME_S = 0.5;

/** The chapters of the manifest's track, or its segments in their place. */
export async function readFilm(manifest: Manifest, { locale, signal }: ShoppableHost): Promise<Film> {
  const segments = chaptersOf(manifest);
  const track = chapterTrack(manifest, locale);
  const chapters = track ? await readTrack('chapters file', track.src, parseChapters, signal) : [];
  if (!chapters.length) return { chapters: segments, segments: [] };
  const isChapter = ({ start }: Chapter) => chapters.some((chapter) => Math.abs(chapter.start - start) < SAME_S);
  return { chapters, segments: segments.every(isChapter) ? [] : segments };
}
