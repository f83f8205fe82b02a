import { html, nothing } from 'lit';
import { safeUrl } from '../../shared/url.js';
import { optionGroups } from '../variants/picker.js';
import { buy } from './buy.js';
import { details } from './details.js';
import { heading } from './heading.js';
import { CLOSE } from './icons.js';
import { instead } from './instead.js';
import type { CardActions, CardModel } from './model.js';

/** The card, with places for the parts that draw themselves: what comes late comes last, and moves nothing. */
export function cardView(model: CardModel, act: CardActions) {
  const { product, text, comparing } = model;
  return html`
    <button class="close" part="card__close" aria-label=${text.close} @click=${act.close}>${CLOSE}</button>
    <div class="scroll" ?hidden=${comparing}>
      <div class="gallery" part="gallery" hidden></div>
      <div class="about">
        ${heading(model, act)}
        ${product.description ? html`<p class="description" dir="auto">${product.description}</p>` : nothing}
        ${optionGroups(model, act)}
        ${instead(model, act)}
        ${details(model)}
        ${model.canCompare ? html`<button class="to-compare" part="card__compare" @click=${() => act.compare(true)}>${text.compare}</button>` : nothing}
        <a class="details" part="card__link" href=${safeUrl(product.url) ?? '#'}>${text.viewProduct}</a>
        <div class="set" part="set" hidden></div>
      </div>
    </div>
    <div class="foot" ?hidden=${comparing}>${buy(model, act)}</div>
    <div class="compare" part="compare" tabindex="-1" ?hidden=${!comparing}></div>`;
}
