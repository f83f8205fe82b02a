import type { ShoppableError } from '../errors.js';
import type { Language } from '../i18n/language.js';
import type { Hotspot, Manifest, Product, Track } from '../schema/manifest.js';
import type { Rect, Size } from '../timeline/content-rect.js';

export interface OpenProduct {
  readonly productId: string;
  readonly variantId?: string;
  readonly hotspotId?: string;
}

/** The renditions that the shopper may choose from. */
export interface Qualities {
  /** Lines of the picture, the finest first. */
  readonly heights: readonly number[];
  /** Index into them; -1 leaves the choice to the engine. */
  readonly chosen: number;
  /** Plays one of them from the next segment on, without a stop; -1 leaves it to the engine again. */
  choose(index: number): void;
}

/** A track that tells in words what is seen. */
export interface Description {
  /** Index into the manifest's tracks of kind `descriptions`; -1 is off. */
  readonly index: number;
  /** The browser speaks it; otherwise it is there for a screen reader. */
  readonly aloud: boolean;
}

/** Everything that a part of the player may know about it. Times are seconds of media time, sizes CSS pixels. */
export interface PlayerState {
  /** What the player speaks; undefined is English, in the page's own kind of it. It outlives the manifest. */
  readonly language?: Language;
  /** What is sold and where; undefined until it is read. */
  readonly manifest?: Manifest;
  /** Products whose price or stock the shop has told since, by id; `productOf` reads both. */
  readonly refreshed: ReadonlyMap<string, Product>;
  readonly time: number;
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  /** Playing was asked for and the media is not there yet. */
  readonly waiting: boolean;
  /** A first frame has been shown. */
  readonly started: boolean;
  readonly muted: boolean;
  readonly volume: number;
  readonly playbackRate: number;
  readonly captionTracks: readonly Track[];
  /** Index into `captionTracks`; -1 is off. */
  readonly captions: number;
  /** Undefined until one was chosen. */
  readonly descriptions?: Description;
  /** Undefined where there is one alone, or the browser alone chooses. */
  readonly qualities?: Qualities;
  /** In full screen, or filling the window where a browser has none. */
  readonly fullscreen: boolean;
  /** In a window of its own above the others. */
  readonly pip?: boolean;
  /** At least a part of the player can be seen. */
  readonly onScreen: boolean;
  readonly box: Size;
  /** The picture in the box, letterbox and crop taken into account. */
  readonly picture: Rect;
  /** Hotspots of this moment, in order of their start. */
  readonly scene: readonly Hotspot[];
  readonly open?: OpenProduct;
  /** Who plays; `stills` while pictures of the film stand in for it. */
  readonly engine?: 'file' | 'native' | 'hls' | 'stills';
  readonly error?: ShoppableError;
}

export const initialState: PlayerState = {
  manifest: undefined,
  refreshed: new Map(),
  open: undefined,
  engine: undefined,
  error: undefined,
  time: 0,
  duration: Number.NaN,
  paused: true,
  ended: false,
  waiting: false,
  started: false,
  muted: false,
  volume: 1,
  playbackRate: 1,
  captionTracks: [],
  captions: -1,
  fullscreen: false,
  onScreen: true,
  box: { width: 0, height: 0 },
  picture: { x: 0, y: 0, width: 0, height: 0 },
  scene: [],
};
