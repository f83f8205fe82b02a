import type { Keyframe } from '../schema/manifest.js';
import { monotoneSlopes, smoothAt } from './monotone-cubic.js';

/** A hotspot's way over the picture as straight pieces: parallel lists of seconds and fractions of the picture. */
export interface Path {
  readonly t: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Pieces per second that a smooth path is cut into: under 0.1 % of the picture off for motion that an eye can follow. */
const SMOOTH_PIECES_PER_S = 12;

/**
 * Compiles key frames (sorted by `t`) into straight pieces once, so that playing them needs no maths.
 * `smooth` is a monotone cubic per axis: it passes through every key frame and never overshoots.
 */
export function compilePath(keyframes: readonly Keyframe[], easing: 'linear' | 'smooth' = 'linear'): Path {
  const t = keyframes.map((k) => k.t);
  const x = keyframes.map((k) => k.x);
  const y = keyframes.map((k) => k.y);
  if (easing === 'linear' || t.length < 3) return { t, x, y };
  const slopes = [monotoneSlopes(t, x), monotoneSlopes(t, y)] as const;
  const path = { t: [t[0]!], x: [x[0]!], y: [y[0]!] };
  for (let i = 0; i + 1 < t.length; i += 1) {
    const pieces = Math.max(1, Math.ceil((t[i + 1]! - t[i]!) * SMOOTH_PIECES_PER_S));
    for (let piece = 1; piece <= pieces; piece += 1) {
      const share = piece / pieces;
      path.t.push(t[i]! + (t[i + 1]! - t[i]!) * share);
      path.x.push(smoothAt(t, x, slopes[0], i, share));
      path.y.push(smoothAt(t, y, slopes[1], i, share));
    }
  }
  return path;
}

/** The last index whose time is at or before `time`; -1 before the first. */
export function lastAtOrBefore(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The centre at a time in seconds; held before the first and after the last key frame. */
export function positionAt({ t, x, y }: Path, time: number): { x: number; y: number } {
  const i = lastAtOrBefore(t, time);
  if (i < 0) return { x: x[0]!, y: y[0]! };
  if (i + 1 >= t.length) return { x: x[i]!, y: y[i]! };
  const share = (time - t[i]!) / (t[i + 1]! - t[i]!);
  return { x: x[i]! + (x[i + 1]! - x[i]!) * share, y: y[i]! + (y[i + 1]! - y[i]!) * share };
}
