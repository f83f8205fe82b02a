import type { ShoppableHost } from '../host/host.js';
import type { Manifest, Track } from '../schema/manifest.js';
import { type Chapter, chaptersOf, chapterTrack, parseChapters } from './chapters.js';
import { readTrack } from './read-track.js';

/** What a film is divided into. */
export interface Film {
  readonly chapters: readonly Chapter[];
  /** The parts of a show, where they are others than its chapters. */
  readonly segments: readonly Chapter[];
}

/** Nearer than this, a segment begins where a chapter does. */
const SAME_S = 0.5;

/** Read once: the seek bar, the menu and the media keys all want it. */
const films = new WeakMap<Manifest | Track, Promise<Film>>();

/** The chapters of the manifest's track in the shopper's language, or its segments in their place. */
export function readFilm(manifest: Manifest, { locale, signal }: ShoppableHost): Promise<Film> {
  const track = chapterTrack(manifest, locale);
  const key = track ?? manifest;
  const film = films.get(key) ?? read(manifest, track, signal);
  films.set(key, film);
  return film;
}

async function read(manifest: Manifest, track: Track | undefined, signal: AbortSignal): Promise<Film> {
  const segments = chaptersOf(manifest);
  const chapters = track ? await readTrack('chapters file', track.src, parseChapters, signal) : [];
  if (!chapters.length) return { chapters: segments, segments: [] };
  const isChapter = ({ start }: Chapter) => chapters.some((chapter) => Math.abs(chapter.start - start) < SAME_S);
  return { chapters, segments: segments.every(isChapter) ? [] : segments };
}
