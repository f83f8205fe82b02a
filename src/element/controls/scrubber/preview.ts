import { html, nothing, render } from 'lit';
import type { Still } from '../../../player/storyboard.js';
import { INSET_PX } from './inset.js';
import { createPicture } from './picture.js';

/** What the bubble tells of a place in the film. */
export interface Glimpse {
  readonly time: string;
  readonly chapter: string;
  readonly product: string;
  /** URLs of the products' pictures. */
  readonly pictures: readonly string[];
  readonly still?: Still;
}

/** The bubble above the bar. */
export function createPreview(seek: HTMLElement) {
  const make = (className: string, part: string, parent: HTMLElement) => {
    const element = parent.appendChild(document.createElement('div'));
    element.className = className;
    element.setAttribute('part', part);
    return element;
  };
  const bubble = make('preview', 'preview', seek);
  const box = make('still', 'preview__picture', bubble);
  const picture = createPicture(box);
  const stamp = make('stamp', 'preview__time', box);
  const words = make('words', 'preview__text', bubble);
  bubble.hidden = true;

  /** Kept, so that none stands beside another's name while its own is on the way. */
  const images = new Map<string, HTMLImageElement>();
  const imageOf = (src: string) => {
    const image = images.get(src) ?? Object.assign(new Image(32, 32), { src, alt: '' });
    images.set(src, image);
    return image;
  };

  return {
    /** @param xPx the place on the bar; the bubble is centred above it as far as the bar goes */
    show({ time, chapter, product, pictures, still }: Glimpse, xPx: number) {
      picture(still);
      stamp.textContent = time;
      render(
        html`<p><b>${time}</b>${chapter ? html`<span dir="auto">${chapter}</span>` : nothing}</p>
          ${
            product
              ? html`<p class="offer">
                  ${pictures.map(imageOf)}
                  <span dir="auto">${product}</span>
                </p>`
              : nothing
          }`,
        words,
      );
      bubble.hidden = false;
      seek.classList.add('scrubbing');
      const room = seek.clientWidth - bubble.offsetWidth - INSET_PX;
      const left = Math.max(INSET_PX, Math.min(room, xPx - bubble.offsetWidth / 2));
      bubble.style.transform = `translateX(${Math.round(left)}px)`;
    },
    hide() {
      bubble.hidden = true;
      seek.classList.remove('scrubbing');
    },
  };
}
