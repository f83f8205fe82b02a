import type { Hotspot } from '../../../schema/manifest.js';

/** A place on the bar where one or more products come into the picture. */
export interface Marker {
  /** When the first of them does, seconds. */
  readonly time: number;
  /** Ids, each once, in order. */
  readonly products: readonly string[];
}

/** Nearer than this, two marks could neither be told apart nor hit. */
const APART_PX = 12;

/** Within this a pointer means the marker. */
const NEAR_PX = 8;

/** The products of a film as markers on a bar of a width: in order, those too near to the first of a group in it. */
export function markersOf(hotspots: readonly Hotspot[], durationS: number, widthPx: number): Marker[] {
  if (!(durationS > 0 && durationS < Infinity && widthPx > 0)) return [];
  const markers: { time: number; products: Set<string> }[] = [];
  for (const { start, product } of [...hotspots].sort((a, b) => a.start - b.start)) {
    if (start >= durationS) break;
    const last = markers.at(-1);
    if (last && ((start - last.time) / durationS) * widthPx < APART_PX) last.products.add(product);
    else markers.push({ time: start, products: new Set([product]) });
  }
  return markers.map(({ time, products }) => ({ time, products: [...products] }));
}

/** The marker that a place on the bar is at, if it is at one. */
export function markerNear(
  markers: readonly Marker[],
  time: number,
  durationS: number,
  widthPx: number,
): Marker | undefined {
  const distancePx = (marker: Marker) => (Math.abs(marker.time - time) / durationS) * widthPx;
  const nearest = markers.reduce<Marker | undefined>(
    (best, marker) => (best && distancePx(best) <= distancePx(marker) ? best : marker),
    undefined,
  );
  return nearest && distancePx(nearest) <= NEAR_PX ? nearest : undefined;
}
