import type { Manifest, Track } from '../schema/manifest.js';
import { cuesOf, plainText } from './webvtt.js';

export interface Chapter {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The chapters of a WebVTT file. */
export function parseChapters(file: string): Chapter[] {
  return cuesOf(file).flatMap(({ start, end, text }) => {
    const name = plainText(text).slice(0, 200);
    return name ? [{ start, end, name }] : [];
  });
}

/** The segments of a manifest as chapters, in order. */
export const chaptersOf = ({ segments }: Manifest): Chapter[] =>
  segments.map(({ label, start, end }) => ({ start, end, name: label })).sort((a, b) => a.start - b.start);

/** The chapters in the shopper's language, else in the film's, else the first there are. */
export function chapterTrack({ media, lang }: Manifest, locale: string): Track | undefined {
  const tracks = media.tracks.filter(({ kind }) => kind === 'chapters');
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  const own = (wanted: string) =>
    tracks.find((track) => track.lang.toLowerCase() === wanted.toLowerCase()) ??
    tracks.find((track) => language(track.lang) === language(wanted));
  return own(locale) ?? own(lang ?? '') ?? tracks[0];
}
