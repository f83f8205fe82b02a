import { type ClockReading, holdToClock } from '../player/frame-clock.js';
import type { Keyframe } from '../schema/manifest.js';
import type { Rect } from '../timeline/content-rect.js';
import { compilePath, type Path, positionAt } from '../timeline/path.js';

/** One hotspot's motion over the picture, run by the compositor. */
export interface Motion {
  /** Lays the path onto the picture anew; the animation keeps its time. */
  place(picture: Rect): void;
  /** Holds the animation to the media clock. */
  follow(reading: ClockReading): void;
  /** Where it is at a time in seconds, as fractions of the picture. */
  at(time: number): { x: number; y: number };
  stop(): void;
}

/**
 * Animates `element`'s `transform` along a hotspot's path (Web Animations). No script runs and no style is written per
 * frame: the path is compiled once, and the browser is told only when the clocks part.
 * @param span seconds of media time that the animation covers
 */
export function createMotion(
  element: HTMLElement,
  keyframes: readonly Keyframe[],
  easing: 'linear' | 'smooth',
  span: { readonly start: number; readonly end: number },
): Motion {
  const path = clip(compilePath(keyframes, easing), span);
  const durationMs = (span.end - span.start) * 1000;
  const animation = element.animate(null, { duration: durationMs, fill: 'both' });
  animation.pause();
  return {
    place({ x, y, width, height }) {
      (animation.effect as KeyframeEffect).setKeyframes(
        path.t.map((t, i) => ({
          offset: Math.min(1, Math.max(0, ((t - span.start) * 1000) / durationMs)),
          transform: `translate(${(x + path.x[i]! * width).toFixed(2)}px, ${(y + path.y[i]! * height).toFixed(2)}px)`,
        })),
      );
    },
    follow: (reading) => holdToClock(animation, span.start, reading),
    at: (time) => positionAt(path, time),
    stop: () => animation.cancel(),
  };
}

/** The part of a path within a span, with exact points at both ends: an animation has no room before 0 or after 1. */
function clip(path: Path, { start, end }: { start: number; end: number }): Path {
  const times = [start, ...path.t.filter((t) => t > start && t < end), end];
  const points = times.map((t) => positionAt(path, t));
  return { t: times, x: points.map((p) => p.x), y: points.map((p) => p.y) };
}
