import { html, nothing } from 'lit';
import { isAvailable } from '../../host/availability-of.js';
import { fill } from '../../i18n/format.js';
import { formatPrice, plural } from '../../i18n/price.js';
import type { CardMoreStrings, CardStrings } from '../../i18n/strings.js';
import type { Product } from '../../schema/manifest.js';
import { was } from '../card/heading.js';
import { thumbnail } from '../card/thumbnail.js';
import { type Member, pricesOf, variantName } from './members.js';
import { lineTold, type Told } from './told.js';
import { priceOf, savingOf, totalOf } from './totals.js';

export interface SetModel {
  readonly members: readonly Member[];
  readonly bundles: readonly (Product['bundles'][number] & { readonly members: readonly Member[] })[];
  readonly told: ReadonlyMap<string, Told>;
  readonly pending: boolean;
  readonly text: CardStrings & CardMoreStrings;
  readonly locale: string;
}

export interface SetActions {
  toggle(id: string): void;
  pick(id: string, variantId: string): void;
  add(members: readonly Member[], bundleId?: string): void;
}

export function setView(model: SetModel, act: SetActions) {
  const { members, bundles, told, pending, text, locale } = model;
  const wanted = members.filter((member) => member.wanted);
  const named = [...members, ...bundles.flatMap((bundle) => bundle.members)];
  const spoken = [...told].map(([id, one]) =>
    fill(text.labelled, {
      label: named.find(({ product }) => product.id === id)?.product.name ?? '',
      value: lineTold(one, text, locale),
    }),
  );
  return html`
    ${
      members.length > 1
        ? html`<h3>${text.set}</h3>
          <ul role="list">${members.map((member) => memberRow(member, model, act))}</ul>
          <button class="take" part="set__add" aria-disabled=${pending || !wanted.length} @click=${() => act.add(wanted)}>
            ${pending ? text.adding : wanted.length ? plural(text.addSome, wanted.length, locale) : text.nothingChosen}
            ${pending || !wanted.length ? nothing : html`<b>${sum(wanted, locale)}</b>`}</button>`
        : nothing
    }
    ${bundles.map((bundle) => bundleBox(bundle, model, act))}
    <p class="sr" role="status">${pending ? text.adding : spoken.join('; ')}</p>`;
}

function memberRow(
  { product, variant, soldOut, wanted, own }: Member,
  { told, text, locale }: SetModel,
  act: SetActions,
) {
  const { minor, currency } = priceOf(product, variant);
  const answer = told.get(product.id);
  const choosable = variant && !own && !soldOut && product.variants.length > 1;
  return html`<li part="set__item" data-product-id=${product.id}>
    <label><input type="checkbox" .checked=${wanted} ?disabled=${soldOut} @change=${() => act.toggle(product.id)} />
      ${thumbnail(product)}<span dir="auto">${product.name}${variant && !choosable ? html`<small dir="auto">${variantName(variant, text)}</small>` : nothing}</span><b>${soldOut ? text.soldOut : formatPrice(minor, currency, locale)}</b></label>
    ${
      choosable
        ? html`<select aria-label=${fill(text.choose, { name: product.name })}
            @change=${({ target }: Event) => act.pick(product.id, (target as HTMLSelectElement).value)}>
            ${product.variants.map((one) => html`<option dir="auto" value=${one.id} ?selected=${one.id === variant.id} ?disabled=${!isAvailable(one)}>${variantName(one, text)}</option>`)}
          </select>`
        : nothing
    }
    ${answer ? html`<p class=${hue(answer)}>${lineTold(answer, text, locale)}</p>` : nothing}
  </li>`;
}

const hue = ({ reply }: Told) => (reply.status === 'added' ? 'yes' : 'no');

/** Prices of several currencies stand side by side. */
function sum(members: readonly Member[], locale: string): string {
  const prices = pricesOf(members);
  const total = totalOf(prices);
  return (total ? [total] : prices).map(({ minor, currency }) => formatPrice(minor, currency, locale)).join(' + ');
}

function bundleBox(bundle: SetModel['bundles'][number], { pending, told, text, locale }: SetModel, act: SetActions) {
  const { members, priceMinor } = bundle;
  const prices = pricesOf(members);
  const total = totalOf(prices);
  if (!total) return nothing;
  const saving = savingOf(priceMinor, prices);
  const money = (minor: number) => formatPrice(minor, total.currency, locale);
  const off = pending || members.some(({ soldOut }) => soldOut);
  return html`<div class="bundle" part="set__bundle" data-bundle-id=${bundle.id}>
    <h3>${text.bundle}</h3>
    <p>${members.map(({ product, variant }) => (variant ? `${product.name} (${variantName(variant, text)})` : product.name)).join(' + ')}</p>
    <p class="price">${money(priceMinor)} ${saving ? was(money(total.minor), text) : nothing}</p>
    ${saving ? html`<p class="yes">${fill(text.saving, { price: money(saving) })}</p>` : nothing}
    <button class="take" part="set__add-bundle" aria-disabled=${off} @click=${() => off || act.add(members, bundle.id)}>${text.addBundle}</button>
    ${members.map(({ product }) => {
      const answer = told.get(product.id);
      if (!answer) return nothing;
      return html`<p class=${hue(answer)}>${fill(text.labelled, { label: product.name, value: lineTold(answer, text, locale) })}</p>`;
    })}
  </div>`;
}
