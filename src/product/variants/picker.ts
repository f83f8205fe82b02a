import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { CardActions, CardModel } from '../card/model.js';
import { nameOf } from './choice.js';
import { hintOf } from './hint.js';

type Model = Pick<CardModel, 'product' | 'choice' | 'standing' | 'text' | 'locale'>;

/** The axes of choice, each a group of radio buttons: what cannot be had is shown as that, and says what frees it. */
export function optionGroups(model: Model, act: Pick<CardActions, 'choose'>) {
  return model.product.options.map((_, index) => optionGroup(model, index, act));
}

function optionGroup(
  { product, choice, standing, text, locale }: Model,
  index: number,
  act: Pick<CardActions, 'choose'>,
) {
  const { name, values } = product.options[index]!;
  const chosen = choice[index];
  return html`<div class="option" part="card__options" role="radiogroup" aria-label=${name} @keydown=${moveFocus}>
    <p aria-hidden="true">${fill(text.labelled, { label: name, value: '' })}<b dir="auto">${chosen ?? ''}</b></p>
    ${values.map((entry, place) => {
      const value = nameOf(entry);
      const own = value === chosen;
      const hint = hintOf(product, choice, index, standing(index, value), text, locale);
      const swatch = typeof entry === 'object' ? colour(entry.swatch) : undefined;
      return html`<button class="value" part="card__option" role="radio" aria-checked=${own}
        tabindex=${own || (chosen === undefined && !place) ? 0 : -1}
        aria-label=${hint ? fill(text.labelled, { label: value, value: hint }) : value} data-hint=${hint || nothing}
        @click=${() => act.choose(index, value)}>${swatch ? html`<i .style=${`background:${swatch}`}></i>` : nothing}<span dir="auto">${value}</span></button>`;
    })}
  </div>`;
}

/**
 * Arrow keys go from value to value and choose, as in any group of radio buttons; where that would change another
 * choice they only go there, and Space or Enter chooses.
 */
function moveFocus(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  const mirror = getComputedStyle(group).direction === 'rtl' ? -1 : 1;
  const step = { ArrowRight: mirror, ArrowLeft: -mirror, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const values = [...group.querySelectorAll<HTMLElement>('.value')];
  const next = values.at((values.indexOf(event.target as HTMLElement) + step) % values.length)!;
  next.focus();
  if (!next.dataset.hint) next.click();
}

/** A swatch is data from outside: only what CSS itself takes as a colour may become style. */
function colour(swatch: string | undefined): string | undefined {
  return swatch && CSS.supports('color', swatch) ? swatch : undefined;
}
