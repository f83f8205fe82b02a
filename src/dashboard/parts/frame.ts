import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer, Asked } from '../answer.js';
import type { Page } from '../page.js';
import { answerTable } from './table.js';

interface Chart {
  /** What the link to it calls it. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly asked: Asked;
  /** Other answers that are shown in it, each with what its table is called. */
  readonly more?: readonly (readonly [title: string, asked: Asked])[];
  readonly draw: (answer: Answer) => TemplateResult | typeof nothing;
  /** Takes the place of the chart when nothing was counted. */
  readonly empty?: TemplateResult;
  readonly wide?: boolean;
}

/** What is said where an answer has not come, and why. */
export function waiting(page: Page, { error, status }: Asked<unknown>) {
  const { chart } = page.text;
  if (error === undefined)
    return html`<div class="waiting" role="status"><span class="sr">${chart.loading}</span><i></i><i></i><i></i></div>`;
  const why = status === 0 ? chart.offline : status === 401 || status === 403 ? chart.locked : error;
  return html`<div class="trouble" role="alert"><p><b>${chart.failed}</b> ${why}</p>
    <button class="plain" @click=${() => page.again()}>${chart.again}</button></div>`;
}

export const emptiness = (page: Page) =>
  html`<div class="empty"><p><b>${page.text.chart.nothing}</b></p><p>${page.text.chart.nothingNote}</p></div>`;

function files(page: Page, title: string, asked: Asked) {
  const { chart } = page.text;
  return (['csv', 'json'] as const).map(
    (format) => html`<a href=${`${asked.url}&format=${format}`} download=${`${asked.answer?.metric}.${format}`}
      aria-label=${fill(chart.fileOf, { title, format: format.toUpperCase() })}
      @click=${(event: Event) => page.save(asked, format, event)}>${chart[format]}</a>`,
  );
}

function definition(page: Page, answer: Answer) {
  const { chart, formulas } = page.text;
  const formula = formulas[answer.metric];
  return html`<details class="how"><summary>${chart.how}</summary>
    <div class="how__words"><p>${answer.definition}</p>
      ${formula ? html`<p><b>${chart.formula}</b> <code>${formula}</code></p>` : nothing}
      <p><b>${chart.unit}</b> ${answer.unit} · <b>${chart.basis}</b> ${answer.basis}</p></div></details>`;
}

function tables(page: Page, { title, asked, more = [] }: Chart) {
  const all = [[title, asked] as const, ...more].filter(([, { answer }]) => answer?.rows.length);
  return html`<details class="table"><summary>${page.text.chart.table}</summary>
    ${all.map(
      (
        [name, each],
        at,
      ) => html`${at ? html`<h4>${name} <span class="links">${files(page, name, each)}</span></h4>` : nothing}
        ${answerTable(page, each.answer!, name)}`,
    )}</details>`;
}

/** A figure with all that belongs to it: its states, its table, what it is, its files and a link that shows it again. */
export function frame(page: Page, chart: Chart) {
  const { id, title, note, asked, draw, empty, wide } = chart;
  const { answer } = asked;
  const words = page.text.chart;
  const has = Boolean(answer?.rows.length);
  return html`<figure id=${`chart-${id}`} class=${wide ? 'chart wide' : 'chart'} aria-labelledby=${`title-${id}`} tabindex="-1"
      aria-busy=${answer || asked.error ? nothing : 'true'}>
    <figcaption><h3 id=${`title-${id}`}>${title}</h3>${note && has ? html`<p>${note}</p>` : nothing}</figcaption>
    ${answer ? (has ? draw(answer) : (empty ?? emptiness(page))) : waiting(page, asked)}
    ${
      answer
        ? html`<footer>
            ${definition(page, answer)}${has ? tables(page, chart) : nothing}
            <span class="links">${has ? files(page, title, asked) : nothing}
              <a href=${page.link({ chart: id })} aria-label=${fill(words.linkOf, { title })}>${words.link}</a></span>
          </footer>`
        : nothing
    }
  </figure>`;
}
