import type { ManifestInput } from '../../../src/schema/manifest.js';

/** Six seconds of 320 × 180 at 25 frames a second, with silence. */
export const MEDIA = '/test/support/media';
export const HLS_TYPE = 'application/vnd.apple.mpegurl';
export const hls = { src: `${MEDIA}/hls/high/list.m3u8`, type: HLS_TYPE };
export const mp4 = { src: `${MEDIA}/clip.mp4`, type: 'video/mp4' };
export const missing = { src: `${MEDIA}/none.mp4`, type: 'video/mp4' };

export const mug = { id: 'mug', name: 'Stoneware mug', url: '/p/mug', price: { minor: 1900, currency: 'EUR' } };
export const lamp = { id: 'lamp', name: 'Brass lamp', url: '/p/lamp', price: { minor: 12900, currency: 'EUR' } };

/** A hotspot that stays where it is for the whole film. */
export const still = (product: string, x = 0.25, y = 0.5) => ({
  id: `${product}-spot`,
  product,
  start: 0,
  end: 6,
  keyframes: [{ t: 0, x, y }],
});

/** A manifest that plays, with what a test wants otherwise. */
export function manifestOf(wanted: Partial<ManifestInput> = {}): ManifestInput {
  return {
    version: 1,
    id: 'film',
    title: 'Coffee corner',
    duration: 6,
    aspect: '16:9',
    media: { sources: [hls] },
    products: [mug, lamp],
    hotspots: [still('mug')],
    ...wanted,
  };
}
