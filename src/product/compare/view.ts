import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import { formatPrice } from '../../i18n/price.js';
import type { CardMoreStrings, CardStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { rating } from '../card/heading.js';
import { thumbnail } from '../card/thumbnail.js';
import { variantName } from '../set/members.js';
import { lineTold, type Told } from '../set/told.js';
import { priceOf } from '../set/totals.js';
import { isSoldOut } from '../variants/choice.js';
import { compareRows, type othersOf } from './rows.js';

interface Column {
  readonly product: Product;
  readonly variant: Variant | undefined;
}

export interface CompareModel {
  readonly columns: readonly [Column, Column];
  readonly others: ReturnType<typeof othersOf>;
  /** What the shop said last, and of what. */
  readonly told: (Told & { readonly product: Product }) | undefined;
  readonly pending: boolean;
  readonly text: CardStrings & CardMoreStrings;
  readonly locale: string;
}

export interface CompareActions {
  back(): void;
  choose(id: string): void;
  add(product: Product, variant: Variant | undefined): void;
}

export function compareView(model: CompareModel, act: CompareActions) {
  const { columns, others, told, pending, text, locale } = model;
  const [first, second] = columns;
  const group = (label: string, products: readonly Product[]) =>
    products.length
      ? html`<optgroup label=${label}>${products.map(({ id, name }) => html`<option dir="auto" value=${id} ?selected=${id === second.product.id}>${name}</option>`)}</optgroup>`
      : nothing;
  const stated = (value: unknown) =>
    value ?? html`<span class="sr">${text.noValue}</span><span aria-hidden="true">–</span>`;
  const row = (name: string, cells: readonly unknown[]) =>
    html`<tr><th scope="row" colspan="2" dir="auto">${name}</th></tr><tr>${cells.map((cell) => html`<td dir=${typeof cell === 'string' ? 'auto' : nothing}>${stated(cell)}</td>`)}</tr>`;
  return html`<div class="bar">
      <button class="back" part="compare__back" @click=${act.back}>${text.back}</button>
      <label><span class="sr">${text.compareWith}</span>
        <select part="compare__choice" @change=${({ target }: Event) => act.choose((target as HTMLSelectElement).value)}>
          ${group(text.instead, others.near)}${group(text.goesWith, others.with)}${group(text.others, others.rest)}
        </select></label>
    </div>
    <div class="scroll" role="group" tabindex="0" aria-label=${text.compare}><table part="compare__table" aria-label=${text.compare}>
      <thead><tr>${columns.map(({ product, variant }) => html`<th scope="col">${thumbnail(product)}<span dir="auto">${product.name}</span>${variant ? html`<small dir="auto">${variantName(variant, text)}</small>` : nothing}</th>`)}</tr></thead>
      <tbody>
        ${row(
          text.price,
          columns.map(({ product, variant }) => {
            const { minor, currency } = priceOf(product, variant);
            return html`<b>${formatPrice(minor, currency, locale)}</b>`;
          }),
        )}
        ${
          columns.some(({ product }) => product.rating)
            ? row(
                text.reviews,
                columns.map(({ product }) => (product.rating ? rating(product, text, locale) : undefined)),
              )
            : nothing
        }
        ${compareRows(first.product, second.product, locale).map(({ name, values }) => row(name, values))}
      </tbody>
    </table></div>
    <div class="foot"><p class="told ${told?.reply.status === 'added' ? 'yes' : 'no'}" role="status">${pending ? text.adding : told ? fill(text.labelled, { label: told.product.name, value: lineTold(told, text, locale) }) : ''}</p>
      <div class="pair">${columns.map((column) => addButton(column, model, act))}</div></div>`;
}

function addButton({ product, variant }: Column, { pending, text }: CompareModel, act: CompareActions) {
  const soldOut = isSoldOut(product, variant);
  const off = soldOut || pending;
  const label = soldOut ? text.soldOut : text.addToCart;
  return html`<button class="take" part="compare__add" data-product-id=${product.id} aria-disabled=${off}
    aria-label=${fill(text.labelled, { label, value: product.name })} @click=${() => off || act.add(product, variant)}>${label}</button>`;
}
