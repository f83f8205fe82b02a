import { html, nothing } from 'lit';
import { HEART, SHARE } from './icons.js';
import type { CardActions, CardModel } from './model.js';

/** What can be done with a product besides buying it. */
export function tools({ text, canSave, saved }: CardModel, act: CardActions) {
  return html`<div class="tools">
    ${
      canSave
        ? html`<button part="wishlist" class="save" aria-label=${text.wishlist} aria-pressed=${saved} @click=${act.save}>${HEART}</button>`
        : nothing
    }
    <button part="share" aria-label=${text.share} @click=${act.share}>${SHARE}</button>
  </div>`;
}
