import type { Hotspot, Manifest } from '../../schema/manifest.js';
import { parseAspect } from '../../timeline/aspect.js';
import { compilePath, type Path, positionAt } from '../../timeline/path.js';

/** The narrowest phone that is still common, in CSS pixels. */
export const PHONE_WIDTH = 360;
/** A hotspot's control, in CSS pixels, as the player draws it (WCAG 2.2 SC 2.5.5). */
export const TARGET = 44;
/** Below this a target is too small by WCAG 2.2 SC 2.5.8, in CSS pixels. */
export const LEAST_TARGET = 24;

/** A hotspot's centre over time, in CSS pixels on a picture that is as wide as a small phone. */
export interface Target {
  readonly hotspot: Hotspot;
  /** Where its key frames stand below the hotspot. */
  readonly frames: string;
  readonly path: Path;
}

/** A picture of one shape with all hotspots on it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly targets: readonly Target[];
}

/** The picture as it is, and once more for each ratio that has key frames of its own. */
export function layoutsOf({ aspect, hotspots }: Manifest): Layout[] {
  const layout = (shape: number, targets: (hotspot: Hotspot) => [string, Hotspot['keyframes']] | undefined): Layout => {
    const [width, height] = [PHONE_WIDTH, PHONE_WIDTH / shape];
    return {
      width,
      height,
      targets: hotspots.flatMap((hotspot) => {
        const [frames, keyframes] = targets(hotspot) ?? [];
        if (!keyframes) return [];
        const { t, x, y } = compilePath(keyframes, hotspot.easing);
        return [{ hotspot, frames: frames!, path: { t, x: x.map((at) => at * width), y: y.map((at) => at * height) } }];
      }),
    };
  };
  const ratios = new Set(hotspots.flatMap((hotspot) => Object.keys(hotspot.aspects ?? {})));
  return [
    layout(parseAspect(aspect) ?? 16 / 9, ({ keyframes }) => ['keyframes', keyframes]),
    ...[...ratios].map((ratio) =>
      layout(parseAspect(ratio)!, ({ aspects }) =>
        aspects?.[ratio] ? [`aspects["${ratio}"]`, aspects[ratio]] : undefined,
      ),
    ),
  ];
}

/** The times within a span at which a path may bend, its ends included. */
export const bends = (path: Path, start: number, end: number) => [
  start,
  ...path.t.filter((t) => t > start && t < end),
  end,
];

/**
 * For how many seconds two centres are nearer than `distance`, while both are shown. Between two bends both move
 * straight, so that the square of the distance is a parabola, whose roots are exact.
 */
export function secondsNearer(a: Target, b: Target, distance: number): number {
  const start = Math.max(a.hotspot.start, b.hotspot.start);
  const end = Math.min(a.hotspot.end, b.hotspot.end);
  const times = [...new Set([...bends(a.path, start, end), ...bends(b.path, start, end)])].sort((p, q) => p - q);
  const apart = (t: number) => {
    const [p, q] = [positionAt(a.path, t), positionAt(b.path, t)];
    return { x: p.x - q.x, y: p.y - q.y };
  };
  let seconds = 0;
  for (let i = 0; i + 1 < times.length; i += 1) {
    const [from, to] = [apart(times[i]!), apart(times[i + 1]!)];
    const [vx, vy] = [to.x - from.x, to.y - from.y];
    const squared = vx * vx + vy * vy;
    const half = from.x * vx + from.y * vy;
    const rest = from.x ** 2 + from.y ** 2 - distance ** 2;
    const root = half * half - squared * rest;
    let share = 0;
    if (squared === 0) share = rest < 0 ? 1 : 0;
    else if (root > 0) {
      const [enter, leave] = [(-half - Math.sqrt(root)) / squared, (-half + Math.sqrt(root)) / squared];
      share = Math.max(0, Math.min(1, leave) - Math.max(0, enter));
    }
    seconds += share * (times[i + 1]! - times[i]!);
  }
  return seconds;
}
