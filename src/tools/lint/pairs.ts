import { type Layout, secondsNearer, type Target } from './targets.js';

/** Two hotspots of which the upper lies over the lower for a while. */
export interface Pair {
  readonly lower: Target;
  readonly upper: Target;
  readonly seconds: number;
}

/** Each two hotspots of a layout that come nearer than `distance` while both are shown. The one that begins later is drawn above. */
export function* pairsNearer({ targets }: Layout, distance: number): Generator<Pair> {
  for (let i = 0; i < targets.length; i += 1) {
    const lower = targets[i]!;
    // They stand in the order of their start.
    for (let j = i + 1; j < targets.length && targets[j]!.hotspot.start < lower.hotspot.end; j += 1) {
      const seconds = secondsNearer(lower, targets[j]!, distance);
      if (seconds > 0) yield { lower, upper: targets[j]!, seconds };
    }
  }
}
