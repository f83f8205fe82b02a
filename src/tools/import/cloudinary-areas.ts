import { type Cue, cuesOf } from '../../player/webvtt.js';
import { fractionOf } from './percent.js';
import {
  type HotspotInput,
  ImportError,
  type ImportedFilm,
  type ImportOptions,
  isObject,
  textOf,
  type Warn,
} from './source.js';

type Keyframe = HotspotInput['keyframes'][number];

/** Where an area is, and until when. */
interface Run {
  readonly product: string;
  readonly keyframes: Keyframe[];
  start: number;
  end: number;
}

/** Cues that are no further apart than this follow one another, in seconds. */
const GAP_S = 0.05;

/** Keeps a sum of decimal fractions from becoming 0.30000000000000004. */
const tidy = (value: number) => Math.round(value * 10_000) / 10_000;

function placeOf(area: Record<string, unknown>, at: string, warn: Warn): Omit<Keyframe, 't'> | undefined {
  const [left, top, w, h] = ['left', 'top', 'width', 'height'].map((key) =>
    fractionOf(area[key], `${at}.${key}`, warn),
  );
  if (left === undefined || top === undefined || w === undefined || h === undefined) return undefined;
  const [x, y] = [tidy(left + w / 2), tidy(top + h / 2)];
  if (x <= 1 && y <= 1) return { x, y, w, h };
  warn(at, 'has its middle outside the picture');
  return undefined;
}

function areasOf({ start, text }: Cue, warn: Warn): [at: string, area: Record<string, unknown>][] {
  const place = `cue at ${start} s`;
  try {
    const areas: unknown = JSON.parse(text);
    if (Array.isArray(areas))
      return areas.flatMap((area, index) => (isObject(area) ? [[`${place}, [${index}]`, area]] : []));
    warn(place, 'holds no list of areas');
  } catch {
    warn(place, 'holds no JSON');
  }
  return [];
}

/**
 * The interaction areas of Cloudinary's video player: WebVTT whose cues hold lists of `{ id, left, top, width, height }`
 * in percents. An area glides to its place of a cue while that cue lasts; the first one is there at once.
 */
export function readCloudinaryAreas(text: string, { warn }: ImportOptions): ImportedFilm {
  if (!/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text))
    throw new ImportError('This is no WebVTT: its first line is not WEBVTT.');
  const cues = cuesOf(text);
  const written = text.match(/-->/g)?.length ?? 0;
  if (written > cues.length)
    warn('the file', `has cues without sensible times, ${written - cues.length}; they are left out`);
  const runs: Run[] = [];
  for (const cue of cues) {
    for (const [at, area] of areasOf(cue, warn)) {
      const product = textOf(area.id) ?? textOf(area.type);
      const place = placeOf(area, at, warn);
      if (!product) warn(at, 'has no id and is left out');
      if (!product || !place) continue;
      const before = runs.findLast((run) => run.product === product);
      if (before && Math.abs(before.end - cue.start) <= GAP_S) {
        // Held until the cue begins, then on its way for as long as it lasts.
        const last = before.keyframes.at(-1)!;
        if (last.t < cue.start) before.keyframes.push({ ...last, t: cue.start });
        before.keyframes.push({ ...place, t: cue.end });
        before.end = cue.end;
      } else runs.push({ product, start: cue.start, end: cue.end, keyframes: [{ t: cue.start, ...place }] });
    }
  }
  if (!runs.length) throw new ImportError('No cue of this file holds an interaction area.');
  const ids = [...new Set(runs.map(({ product }) => product))];
  return { sources: [], segments: [], products: ids.map((id) => ({ id })), hotspots: runs };
}
