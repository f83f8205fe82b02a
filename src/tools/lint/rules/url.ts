import type { Manifest } from '../../../schema/manifest.js';
import type { Fault, Rule } from '../finding.js';
import type { Places } from '../places.js';

const HLS = /^(?:application\/(?:vnd\.apple\.mpegurl|x-mpegurl)|audio\/mpegurl)$/i;

/** Every address that is followed or loaded, and where it stands. */
function* urlsOf(manifest: Manifest, places: Places): Generator<[path: string, url: string | undefined]> {
  yield ['poster', manifest.poster];
  yield ['next', manifest.next];
  yield ['media.storyboard', manifest.media.storyboard];
  for (const [index, { src }] of manifest.media.sources.entries()) yield [`media.sources[${index}].src`, src];
  for (const [index, { src }] of manifest.media.tracks.entries()) yield [`media.tracks[${index}].src`, src];
  for (const product of manifest.products) {
    const at = places.product(product.id);
    yield [`${at}.url`, product.url];
    yield [`${at}.refresh`, product.refresh];
    for (const [index, { src }] of product.media.entries()) yield [`${at}.media[${index}].src`, src];
    for (const variant of product.variants)
      for (const [index, { src }] of variant.media.entries())
        yield [`${places.variant(product.id, variant.id)}.media[${index}].src`, src];
  }
  for (const hotspot of manifest.hotspots)
    if (typeof hotspot.target === 'string') yield [`${places.hotspot(hotspot)}.target`, hotspot.target];
}

/** A source that is named after one format and typed as another. */
function* mistyped({ media }: Manifest): Generator<Fault> {
  for (const [index, { src, type }] of media.sources.entries()) {
    const extension = /\.(\w+)$/.exec(new URL(src).pathname)?.[1]?.toLowerCase();
    if (extension === 'm3u8' ? !HLS.test(type) : extension === 'mp4' && HLS.test(type))
      yield { path: `media.sources[${index}].type`, message: `is ${type}, and the file is named .${extension}` };
  }
}

export const url: Rule = {
  code: 'url',
  severity: 'warning',
  finds:
    'An address that is neither http(s) nor relative (an error); one of http: in a manifest of https:, which browsers block; a product’s link that leads nowhere; a source whose type is not its file’s.',
  cure: 'Give an https: address, or one relative to the manifest.',
  owns: (path, fault) => fault.includes('http(s)') || /\.(?:url|src|refresh|storyboard)$|^(?:poster|next)$/.test(path),
  *check({ manifest, places, baseUrl }) {
    for (const [path, address] of urlsOf(manifest, places))
      if (address?.startsWith('http:') && baseUrl.startsWith('https:'))
        yield { path, message: `is ${address}: a page of https: may not load it` };
    for (const product of manifest.products) {
      const { hash, href } = new URL(product.url);
      const bare = href.slice(0, href.length - hash.length).replace(/#$/, '');
      if (bare === baseUrl)
        yield { path: `${places.product(product.id)}.url`, message: 'leads to the manifest itself' };
    }
    yield* mistyped(manifest);
  },
};
