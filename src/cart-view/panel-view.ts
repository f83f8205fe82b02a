import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HeldCartLine, MiniCartState } from '../cart/mini-cart-state.js';
import { fill } from '../i18n/format.js';
import { formatPrice } from '../i18n/price.js';
import type { CartStrings } from '../i18n/strings.js';
import type { Product } from '../schema/manifest.js';
import { nameOf, outcomeText } from './line-model.js';
import { lineView } from './line-view.js';

export interface PanelModel {
  readonly state: MiniCartState;
  readonly canUpdate: boolean;
  readonly canCheckOut: boolean;
  readonly productOf: (line: HeldCartLine) => Product | undefined;
  readonly text: CartStrings;
  readonly locale: string;
}

export interface PanelActions {
  set(line: HeldCartLine, quantity: number): void;
  retry(): void;
  checkOut(): void;
}

/** What the cart holds, or why that is not known. */
export function panelView(model: PanelModel, act: PanelActions) {
  const { state, text, locale, canUpdate, productOf } = model;
  const { cart, is, pending, notes } = state;
  const gone = [...notes].filter(([id]) => !cart?.lines.some(({ requestId }) => requestId === id));
  return html`
    ${is === 'failed' ? failure(model, act) : nothing}
    ${gone.map(
      ([, { line, outcome }]) =>
        html`<p part="cart__note" class="note">${fill(text.labelled, { label: nameOf(line, productOf(line)), value: outcomeText(outcome, text, locale) })}</p>`,
    )}
    ${cart || is === 'failed' ? nothing : html`<p class="quiet wait" part="cart__reading">${text.reading}</p>`}
    ${cart && !cart.lines.length ? html`<div part="cart__empty" class="quiet"><slot name="empty">${text.empty}</slot></div>` : nothing}
    ${
      cart?.lines.length
        ? html`<ul part="cart__lines" role="list">${repeat(
            cart.lines,
            ({ requestId }) => requestId,
            (line) =>
              lineView(
                {
                  line,
                  product: productOf(line),
                  currency: cart.currency,
                  pending: pending.has(line.requestId),
                  outcome: notes.get(line.requestId)?.outcome,
                  ...{ canUpdate, text, locale },
                },
                (quantity) => act.set(line, quantity),
              ),
          )}</ul>
          <div class="foot">
            ${
              cart.totalMinor === undefined
                ? nothing
                : html`<p part="cart__total" class="total"><span>${text.total}</span><b>${formatPrice(cart.totalMinor, cart.currency, locale)}</b></p>`
            }
            <slot name="checkout">${
              model.canCheckOut
                ? html`<button part="checkout" class="checkout" @click=${() => act.checkOut()}>${text.checkout}</button>`
                : nothing
            }</slot>
          </div>`
        : nothing
    }`;
}

function failure({ state, text }: PanelModel, act: PanelActions) {
  const words = [text.unreadable, state.reason && text.reasons[state.reason], state.cart && text.outOfDate];
  return html`<div part="cart__error" class="failed"><p>${words.filter(Boolean).join(' ')}</p>
    <button class="retry" @click=${() => act.retry()}>${text.retry}</button></div>`;
}

/** The name of the button that opens the cart; no number before the shop has told one. */
export const buttonName = (text: CartStrings, items: string): string =>
  items ? fill(text.comma, { before: text.open, after: items }) : text.open;
