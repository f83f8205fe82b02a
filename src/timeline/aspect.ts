import type { Hotspot, Keyframe } from '../schema/manifest.js';

/** Width over height of a ratio such as `9:16`; undefined when it is none. */
export function parseAspect(ratio: string | undefined): number | undefined {
  const [width, height] = (ratio ?? '').split(/[:/]/).map(Number);
  return width && height && width > 0 && height > 0 ? width / height : undefined;
}

/**
 * The key frames for a box of this shape: those of the `aspects` entry that is nearest to the box, if one is nearer
 * than the media itself. Near is a matter of ratios, so logarithms are compared.
 */
export function keyframesFor(
  hotspot: Pick<Hotspot, 'keyframes' | 'aspects'>,
  boxAspect: number,
  mediaAspect: number,
): readonly Keyframe[] {
  const distance = (aspect: number) => Math.abs(Math.log(aspect / boxAspect));
  let best = { keyframes: hotspot.keyframes, at: distance(mediaAspect) };
  for (const [ratio, keyframes] of Object.entries(hotspot.aspects ?? {})) {
    const at = distance(parseAspect(ratio) ?? Number.NaN);
    if (at < best.at) best = { keyframes, at };
  }
  return best.keyframes;
}
