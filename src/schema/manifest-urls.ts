import { safeUrl } from '../shared/url.js';
import { showValue } from './issue-faults.js';
import type { ManifestOutput } from './manifest.js';
import type { Fault, Place } from './place.js';

/**
 * Makes every URL of a manifest absolute, in place.
 * @returns a fault for each that is not http(s) when resolved against `baseUrl`
 */
export function resolveUrls(manifest: ManifestOutput, baseUrl: string): Fault[] {
  const faults: Fault[] = [];
  const resolve = <K extends string>(place: Place, holder: { [P in K]?: unknown } | undefined, ...keys: K[]) => {
    for (const key of keys) {
      const value = holder?.[key];
      if (typeof value !== 'string') continue;
      const url = safeUrl(value, baseUrl);
      if (url) holder![key] = url;
      else faults.push({ place: [...place, key], rule: `must be an http(s) or relative URL, is ${showValue(value)}` });
    }
  };
  const each = <T>(place: Place, items: readonly T[], visit: (item: T, place: Place) => void) =>
    items.forEach((item, index) => void visit(item, [...place, index]));
  const source = (item: { src: string }, place: Place) => resolve(place, item, 'src');

  resolve([], manifest, 'poster', 'next');
  resolve(['media'], manifest.media, 'storyboard');
  each(['media', 'sources'], manifest.media.sources, source);
  each(['media', 'tracks'], manifest.media.tracks, source);
  each(['products'], manifest.products, (product, place) => {
    resolve(place, product, 'url', 'refresh');
    each([...place, 'media'], product.media, source);
    each([...place, 'variants'], product.variants, (variant, at) => each([...at, 'media'], variant.media, source));
  });
  each(['hotspots'], manifest.hotspots, (hotspot, place) => resolve(place, hotspot, 'target'));
  resolve(['room'], manifest.room, 'url');
  resolve(['call'], manifest.call, 'url');
  return faults;
}
