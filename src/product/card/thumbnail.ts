import { html } from 'lit';
import type { Product } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';
import { isClip } from '../gallery/groups.js';

/** A small picture beside a name, which says all that it shows. */
export function thumbnail({ media }: Product) {
  const src = safeUrl(media.find((one) => !isClip(one))?.src);
  const gone = (event: Event) => ((event.target as HTMLElement).style.visibility = 'hidden');
  return src ? html`<img src=${src} alt="" width="52" height="52" loading="lazy" @error=${gone} />` : html`<i></i>`;
}
