import { html, nothing } from 'lit';
import { formatMeasure } from '../../i18n/measure.js';
import type { CardModel } from './model.js';

/** How large it is, and what else is to be known of it. */
export function details({ product, text, locale }: CardModel) {
  const measures = product.dimensions.map(
    ({ name, value, unit }) => [name, formatMeasure(value, unit, locale)] as const,
  );
  return html`${list(text.measures, 'card__dimensions', measures)}
    ${list(
      text.facts,
      'card__facts',
      product.facts.map(({ name, value }) => [name, value] as const),
    )}`;
}

function list(title: string, part: string, rows: readonly (readonly [name: string, value: string])[]) {
  if (!rows.length) return nothing;
  return html`<section part=${part}><h3>${title}</h3>
    <dl>${rows.map(([name, value]) => html`<div><dt dir="auto">${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl></section>`;
}
