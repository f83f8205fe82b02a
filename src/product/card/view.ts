import { html, nothing } from 'lit';
import { safeUrl } from '../../shared/url.js';
import { optionGroups } from '../variants/picker.js';
import { buy } from './buy.js';
import { details } from './details.js';
import { heading } from './heading.js';
import { CLOSE } from './icons.js';
import { instead } from './instead.js';
import type { CardActions, CardModel } from './model.js';

/** The card, with places for the parts that draw themselves. */
export function cardView(model: CardModel, act: CardActions) {
  const { product, text } = model;
  return html`
    <button class="close" part="card__close" aria-label=${text.close} @click=${act.close}>${CLOSE}</button>
    <div class="scroll">
      <div class="gallery" part="gallery" hidden></div>
      <div class="about">
        ${heading(model)}
        ${product.description ? html`<p class="description">${product.description}</p>` : nothing}
        ${optionGroups(model, act)}
        ${instead(model, act)}
        ${details(model)}
        <a class="details" part="card__link" href=${safeUrl(product.url) ?? '#'}>${text.viewProduct}</a>
      </div>
    </div>
    <div class="foot">${buy(model, act)}</div>`;
}
