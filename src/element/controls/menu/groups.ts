import type { ShoppableHost } from '../../../host/host.js';
import type { Description } from '../../../host/state.js';
import { fill } from '../../../i18n/format.js';
import type { MenuStrings } from '../../../i18n/strings.js';
import { formatTime } from '../../../i18n/time.js';
import type { Chapter } from '../../../player/chapters.js';

/** One of several that exclude one another. */
export interface Option {
  readonly label: string;
  /** The label's own language, where it is not the page's. */
  readonly lang?: string;
  /** When it is. */
  readonly time?: string;
  readonly chosen: boolean;
  choose(): void;
}

/** A setting, as far as this film in this browser has it, or the chapters. */
export interface Group {
  readonly id: 'captions' | 'descriptions' | 'speed' | 'quality' | 'chapters';
  readonly label: string;
  readonly options: readonly Option[];
}

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

type Describe = (wanted: Description) => void;

/** The settings that there are something to choose in. */
export function groupsOf(
  host: ShoppableHost,
  text: MenuStrings,
  chapters: readonly Chapter[],
  video: HTMLVideoElement,
  describe: Describe,
): Group[] {
  const groups: Group[] = [
    // The first: when they come later than the rest, nothing else moves under a finger.
    { id: 'chapters', label: text.chapters, options: chaptersOf(host, chapters) },
    { id: 'captions', label: host.strings.captions, options: captionsOf(host, text) },
    { id: 'descriptions', label: text.descriptions, options: descriptionsOf(host, text, describe) },
    { id: 'speed', label: text.speed, options: speedsOf(host, video) },
    { id: 'quality', label: text.quality, options: qualitiesOf(host, text) },
  ];
  return groups.filter(({ options }) => options.length > 1);
}

function captionsOf({ state, request }: ShoppableHost, { off }: MenuStrings): Option[] {
  const { captions, captionTracks } = state.get();
  const option = (index: number, label: string, lang?: string): Option => ({
    ...{ label, lang },
    chosen: captions === index,
    choose: () => request({ type: 'captions', index }),
  });
  return [option(-1, off), ...captionTracks.map(({ label, lang }, index) => option(index, label, lang))];
}

/** For each track two voices: the screen reader's, and the browser's where it has one. */
function descriptionsOf({ state }: ShoppableHost, text: MenuStrings, describe: Describe): Option[] {
  const { descriptions = { index: -1, aloud: false }, manifest } = state.get();
  const tracks = manifest?.media.tracks.filter(({ kind }) => kind === 'descriptions') ?? [];
  const option = (index: number, aloud: boolean, label: string): Option => ({
    label,
    chosen: descriptions.index === index && (index < 0 || descriptions.aloud === aloud),
    choose: () => describe({ index, aloud }),
  });
  return [
    option(-1, false, text.off),
    ...tracks.flatMap(({ label }, index) => [
      ...('speechSynthesis' in globalThis ? [option(index, true, fill(text.readAloud, { label }))] : []),
      option(index, false, fill(text.forReader, { label })),
    ]),
  ];
}

function speedsOf({ state, locale }: ShoppableHost, video: HTMLVideoElement): Option[] {
  const { playbackRate } = state.get();
  const format = new Intl.NumberFormat(locale);
  // A page may have set one of its own.
  const rates = [...new Set([...SPEEDS, playbackRate])].sort((a, b) => a - b);
  return rates.map((rate) => ({
    label: `${format.format(rate)}×`,
    chosen: rate === playbackRate,
    choose() {
      // The next source, if it comes to that, begins with the default.
      video.defaultPlaybackRate = video.playbackRate = rate;
    },
  }));
}

function qualitiesOf({ state }: ShoppableHost, { automatic }: MenuStrings): Option[] {
  const { qualities } = state.get();
  if (!qualities) return [];
  const { heights, chosen, choose } = qualities;
  const option = (index: number, label: string): Option => ({
    label,
    chosen: chosen === index,
    choose: () => choose(index),
  });
  return [option(-1, automatic), ...heights.map((height, index) => option(index, `${height}p`))];
}

/** A chapter ends where the next begins. */
export const chapterAt = (chapters: readonly Chapter[], time: number) =>
  chapters.findLast(({ start }) => start <= time);

function chaptersOf({ state, request }: ShoppableHost, chapters: readonly Chapter[]): Option[] {
  const current = chapterAt(chapters, state.get().time);
  return chapters.map((chapter) => ({
    label: chapter.name,
    time: formatTime(chapter.start),
    chosen: chapter === current,
    choose: () => request({ type: 'seek', time: chapter.start }),
  }));
}
