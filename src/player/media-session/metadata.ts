import type { Manifest } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';

/** A film as lock screens name it: by its title, by its host or whose page it is on, and with its poster. */
export function metadataOf(manifest: Manifest, element: HTMLElement): MediaMetadataInit {
  const page = element.ownerDocument;
  const site = page.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content;
  const own = element.querySelector<HTMLImageElement>('img[slot=poster]');
  const poster = safeUrl(own?.currentSrc || own?.src || element.getAttribute('poster') || manifest.poster);
  return {
    title: manifest.title,
    artist: manifest.segments.find(({ host }) => host)?.host ?? (site || location.hostname),
    artwork: poster ? [{ src: poster }] : [],
  };
}
