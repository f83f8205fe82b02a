import type { Hotspot, Keyframe, ManifestOutput } from './manifest.js';
import type { Fault, Place } from './place.js';

/** Key frames by time, one for each time: of two at the same, the last counts. */
function inOrder(keyframes: readonly Keyframe[], place: Place, faults: Fault[]): Keyframe[] {
  const sorted = keyframes.toSorted((a, b) => a.t - b.t).filter((frame, index, all) => frame.t !== all[index + 1]?.t);
  if (sorted.length < keyframes.length) {
    faults.push({ place, rule: 'has two key frames of the same t, the last of them counts' });
  } else if (sorted.some((frame, index) => frame !== keyframes[index])) {
    faults.push({ place, rule: 'was not in the order of t and has been sorted' });
  }
  return sorted;
}

/**
 * Hotspots by start, each with an id and its key frames by time.
 * An id that is missing is made of the product and the hotspot's index in the author's file, as in `mug-0`.
 * @param position the index in the author's file of the hotspot at an index
 * @returns the hotspots, and what had to be put in order
 */
export function orderHotspots({ hotspots }: ManifestOutput, position: (index: number) => number) {
  const faults: Fault[] = [];
  const taken = new Set(hotspots.map(({ id }) => id));
  const ordered = hotspots.map((hotspot, index): Hotspot => {
    const place = ['hotspots', index];
    // Beacons carry at most 200 characters of an id.
    let id = hotspot.id ?? `${hotspot.product.slice(0, 180)}-${position(index)}`;
    while (hotspot.id === undefined && taken.has(id)) id += '-';
    taken.add(id);
    const { aspects } = hotspot;
    return {
      ...hotspot,
      id,
      keyframes: inOrder(hotspot.keyframes, [...place, 'keyframes'], faults),
      ...(aspects && {
        aspects: Object.fromEntries(
          Object.entries(aspects).map(([ratio, frames]) => [
            ratio,
            inOrder(frames, [...place, 'aspects', ratio], faults),
          ]),
        ),
      }),
    };
  });
  return { hotspots: ordered.sort((a, b) => a.start - b.start), faults };
}
