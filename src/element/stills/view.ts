import { html, nothing, type TemplateResult } from 'lit';
import type { StillsStrings } from '../../i18n/strings.js';
import { icon } from '../play-icon.js';

const back = icon('M15.4 4.6 14 3.2 5.2 12l8.8 8.8 1.4-1.4L8 12z');
const on = icon('M8.6 4.6 10 3.2l8.8 8.8-8.8 8.8-1.4-1.4L16 12z');

export interface StillsView {
  readonly text: StillsStrings;
  /** What is seen: a picture of the film, or what it sells where there is none. */
  readonly picture: HTMLCanvasElement | TemplateResult;
  /** Why there is no film; undefined where a message of the player says it, or the film is on its way. */
  readonly note?: string;
  /** What a screen reader is told of the last step. */
  readonly said: string;
  /** Whether there are pictures before and after this one; undefined where nobody can step. */
  readonly ways?: { readonly back: boolean; readonly on: boolean };
  play(): void;
  step(by: 1 | -1): void;
}

/** What is over and under the hotspots while pictures stand in for a film. The film's own time runs to the right. */
export function stillsView({ text, picture, note, said, ways, play, step }: StillsView) {
  const way = (by: 1 | -1, open: boolean) =>
    html`<button class="step ${by > 0 ? 'on' : 'back'}" part="stills__step" aria-label=${by > 0 ? text.next : text.previous}
      aria-disabled=${open ? nothing : 'true'} @click=${() => step(by)}><i>${by > 0 ? on : back}</i></button>`;
  return html`${picture}
    ${
      note === undefined
        ? nothing
        : html`<div class="note" part="stills__note"><p>${note}</p>
            <button part="stills__play" @click=${play}>${text.playAnyway}</button></div>`
    }
    ${ways ? [way(-1, ways.back), way(1, ways.on)] : nothing}
    <p class="sr" role="status">${said}</p>`;
}
