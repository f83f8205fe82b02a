import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer } from '../answer.js';
import { intervalBar } from '../charts/interval.js';
import { quadrantPoints } from '../charts/quadrant.js';
import { quadrantView } from '../charts/quadrant-view.js';
import { domainOf } from '../charts/scale.js';
import type { Page } from '../page.js';
import { frame } from '../parts/frame.js';

/** As long must stock last: the server's own default. */
const COVER_DAYS = 30;

const LABELS = ['feature-next', 'reshoot', 'keep', 'undetermined'] as const;

function quadrant(page: Page, { rows }: Answer) {
  const { text, format } = page;
  const words = text.next;
  const points = quadrantPoints(rows, COVER_DAYS);
  const lacking = rows.filter(({ stock }) => stock === null).map(({ product }) => page.productOf(product));
  const days = (cover: unknown) =>
    cover === null ? words.neverSold : fill(words.days, { days: format.number(Math.round(Number(cover))) });
  const labelOf = (label: unknown) => words.labels[label as (typeof LABELS)[number]];
  const lists = LABELS.map((label) => [label, rows.filter((row) => row.label === label)] as const).filter(
    ([, found]) => found.length,
  );
  return html`<div class="stage">
    ${quadrantView(points, {
      label: words.quadrant,
      ...{ corners: words.labels, undetermined: words.labels.undetermined, up: words.clicked, right: words.stock },
      nameOf: page.productOf,
      tell: ({ row }) =>
        `${page.productOf(row.product)}, ${labelOf(row.label)}: ${format.share(row.value)} (${format.interval(row.low, row.high, format.share)}), ${days(row.cover)}`,
    })}
    <div class="stage__words">${lists.map(
      ([
        label,
        found,
      ]) => html`<div class="advice"><h4 class=${label === 'undetermined' ? 'badge open' : 'badge good'}>${words.labels[label]}</h4>
        <p>${found.map(({ product }) => page.productOf(product)).join(', ')}</p><small>${words.advice[label]}</small></div>`,
    )}</div></div>
    ${lacking.length ? html`<p class="aside">${fill(words.noStock, { products: lacking.join(', ') })}</p>` : nothing}`;
}

function placement(page: Page, { rows }: Answer) {
  const { text, format } = page;
  const words = text.next;
  const known = rows.filter(({ value }) => value !== null).sort((a, b) => Number(b.chanceBest) - Number(a.chanceBest));
  const domain = domainOf(known.flatMap(({ value, high }) => [value, high]));
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.placement}><table>
    <thead><tr><th scope="col">${text.film.product}</th><th scope="col" colspan="2">${words.placement}</th><th scope="col" class="number">${words.best}</th></tr></thead>
    <tbody>${known.map(
      (row, at) => html`<tr><th scope="row">${page.productOf(row.product)}</th>
        <td class="number"><data value=${String(row.value)}>${format.money(row.value, row.currency)}</data><small>${format.interval(row.low, row.high, (value) => format.money(value, row.currency))}</small></td>
        <td class="drawn">${intervalBar(row, domain, at === 0)}</td>
        <td class="number"><data value=${String(row.chanceBest)}>${format.share(row.chanceBest)}</data></td></tr>`,
    )}</tbody></table></div>`;
}

/** What to film next, and what belongs in front of the camera. */
export function nextShoot(page: Page) {
  const words = page.text.next;
  return html`<div class="columns">
    ${frame(page, {
      ...{ id: 'quadrant', title: words.quadrant, note: fill(words.quadrantNote, { days: COVER_DAYS }), wide: true },
      asked: page.ask('demand', { by: 'product' }),
      draw: (answer) => quadrant(page, answer),
    })}
    ${frame(page, {
      ...{ id: 'placement', title: words.placement, note: words.placementNote, wide: true },
      asked: page.ask('placement', { by: 'product' }),
      draw: (answer) => placement(page, answer),
    })}
  </div>`;
}
