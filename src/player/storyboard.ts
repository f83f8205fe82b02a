import { safeUrl } from '../shared/url.js';
import { cuesOf } from './webvtt.js';

/** A small picture of the film: a rectangle, in pixels, of a larger picture that holds many. */
export interface Still {
  readonly start: number;
  readonly end: number;
  /** Second of the film that it shows: its `t=`, or the middle of its cue. */
  readonly moment: number;
  readonly src: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Media Fragments URI 1.0, §4.2.2; percentages are in no storyboard that is made. Five digits: no picture has more. */
const REGION = /#(?:.*&)?xywh=(?:pixel:)?(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})(?:&|$)/;
/** §4.2.1; where it begins. */
const TIME = /[#&]t=(?:npt:)?(\d{1,9}(?:\.\d{1,9})?)(?:[,&]|$)/;

/**
 * The stills of a storyboard, a WebVTT of `image#xywh=…`, in order of their start. A fragment may name the second of its
 * picture too, `#xywh=…&t=4.2`.
 * @param base the file's own address, which its pictures' are relative to
 */
export function parseStoryboard(file: string, base: string): Still[] {
  return cuesOf(file).flatMap(({ start, end, text }) => {
    const address = text.trim();
    const [x, y, width, height] = (REGION.exec(address)?.slice(1) ?? []).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const src = width && height && safeUrl(address.slice(0, address.indexOf('#')), base);
    const moment = Number(TIME.exec(address)?.[1] ?? (start + end) / 2);
    return src ? [{ start, end, moment, src, x, y, width, height }] : [];
  });
}
