import { html } from 'lit';
import type { CardStrings } from '../../i18n/strings.js';
import { safeUrl } from '../../shared/url.js';
import { PAUSE, PLAY } from '../card/icons.js';
import type { GalleryActions } from './gallery.js';
import type { Media } from './groups.js';

const wantsCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const panelOf = (target: EventTarget | null) => (target as Element).closest('.panel');

/** A clip without sound. It plays by itself only where nobody has asked for less motion. */
export function clip({ src, alt }: Media, act: GalleryActions) {
  const mark = ({ target }: Event) => {
    const { paused } = target as HTMLVideoElement;
    const button = panelOf(target)?.querySelector('.clip');
    button?.classList.toggle('playing', !paused);
  };
  return html`<video class="seen" part="gallery__clip" src=${safeUrl(src) ?? ''} aria-label=${alt} .muted=${true} muted loop playsinline
      preload="metadata" ?autoplay=${!wantsCalm()} @play=${mark} @pause=${mark} @error=${() => act.broken(src)}></video>`;
}

export function clipButton(text: CardStrings) {
  const toggle = ({ currentTarget }: Event) => {
    const video = panelOf(currentTarget)?.querySelector('video');
    if (!video) return;
    if (video.paused) video.play().catch(() => {});
    else video.pause();
  };
  return html`<button class="round clip" part="gallery__play" @click=${toggle}><span>${PLAY}<span class="sr">${text.playClip}</span></span><span>${PAUSE}<span class="sr">${text.pauseClip}</span></span></button>`;
}
