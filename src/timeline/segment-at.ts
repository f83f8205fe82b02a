import type { Manifest } from '../schema/manifest.js';

/** The segment that a second of media time lies in; of several, the one that began last. */
export function segmentAt(segments: Manifest['segments'], time: number): Manifest['segments'][number] | undefined {
  return segments
    .filter(({ start, end }) => start <= time && time < end)
    .reduce<Manifest['segments'][number] | undefined>(
      (latest, segment) => (latest && latest.start > segment.start ? latest : segment),
      undefined,
    );
}
