import { html, nothing, svg } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer, Row } from '../answer.js';
import { intervalDot } from '../charts/interval.js';
import { domainOf, percent } from '../charts/scale.js';
import { earningsOf, mainCurrency, unattributedOf } from '../earnings.js';
import type { Page } from '../page.js';
import { frame } from '../parts/frame.js';
import { experimentSnippet } from '../parts/snippet.js';
import type { ExperimentSnippet } from '../snippets.js';
import { holdoutFor } from '../snippets.js';

const MODELS = ['last', 'first', 'linear'] as const;

interface Part {
  readonly name: string;
  readonly value: number;
  /** Its colour: videos by the order of what they earn, and what belongs to none last. */
  readonly tone: number;
}

/** A whole as parts beside one another; a refund may make a part negative, which is then not drawn. */
function whole(parts: readonly Part[], most: number) {
  let x = 0;
  return svg`<svg class="bar flips" aria-hidden="true">${parts.map(({ value, tone }) => {
    const [from, width] = [x, Math.max(0, value) / most];
    x += width;
    return svg`<rect class=${`part t${tone}`} x=${percent(from)} width=${percent(width)} y="15%" height="70%" />`;
  })}</svg>`;
}

function models(page: Page, videos: readonly string[], currency: string) {
  const { text, format } = page;
  const words = text.money;
  const found = MODELS.map((model) => {
    const answer = page.ask('attribution', { by: 'video', model }).answer;
    if (!answer) return undefined;
    const earned = earningsOf(answer).filter((each) => each.currency === currency);
    const parts = videos.map((video, at): Part => {
      const value = earned.find((each) => each.video === video)?.value ?? 0;
      return { name: page.titleOf(video), value, tone: Math.min(at, 4) };
    });
    const rest = unattributedOf(answer)?.value ?? 0;
    return { model, parts: [...parts, { name: words.unattributed, value: rest, tone: 5 }] };
  });
  const total = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(1, ...found.map((each) => (each ? total(each.parts) : 0)));
  const names = [...videos.map(page.titleOf), words.unattributed];
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.models}><table class="models">
    <thead><tr><td></td>${names.map((name, at) => html`<th scope="col" class="number"><svg class="swatch" aria-hidden="true"><rect class=${`part t${at === names.length - 1 ? 5 : Math.min(at, 4)}`} width="100%" height="100%" rx="2" /></svg>${name}</th>`)}<th scope="col" class="number">${words.total}</th></tr></thead>
    <tbody>${found.map((each) =>
      each
        ? html`<tr class="drawing"><th scope="row" rowspan="2">${words.model[each.model]}</th><td colspan=${names.length + 1}>${whole(each.parts, most)}</td></tr>
          <tr>${each.parts.map(({ value }) => html`<td class="number"><data value=${value}>${format.money(value, currency, true)}</data></td>`)}
            <td class="number"><data value=${total(each.parts)}>${format.money(total(each.parts), currency, true)}</data></td></tr>`
        : nothing,
    )}</tbody></table></div>`;
}

function paths(page: Page) {
  const { text, format } = page;
  const words = text.money;
  const asked = page.ask('paths');
  return frame(page, {
    ...{ id: 'paths', title: words.paths, note: words.pathsNote, asked },
    draw: ({ rows }: Answer) => html`<div class="scroller" tabindex="0" role="group" aria-label=${words.paths}><table>
      <thead><tr><th scope="col">${words.path}</th><th scope="col" class="number">${words.orders}</th><th scope="col" class="number">${words.total}</th></tr></thead>
      <tbody>${rows.slice(0, 8).map(
        (row) => html`<tr><th scope="row">${(row.path as unknown[]).map(page.titleOf).join(' → ')}</th>
          <td class="number"><data value=${String(row.k)}>${format.number(row.k)}</data></td>
          <td class="number"><data value=${String(row.value)}>${format.money(row.value, row.currency, true)}</data>
            <small>${format.interval(row.low, row.high, (value) => format.money(value, row.currency, true))}</small></td></tr>`,
      )}</tbody></table></div>`,
  });
}

const number = (row: Row, name: string) => row[name] as number | null;

function returns(page: Page, { rows }: Answer) {
  const { text, format } = page;
  const words = text.money;
  const costly = rows.filter(({ cost }) => cost !== null);
  const domain = domainOf(
    costly.flatMap((row) => [
      row.low,
      row.high,
      row.value,
      number(row, 'incrementalLow'),
      number(row, 'incrementalHigh'),
    ]),
  );
  const lane = (
    name: string,
    bounds: { value: number | null; low: number | null; high: number | null },
    strong: boolean,
    none: unknown,
  ) =>
    html`<td>${name}</td><td class="number">${bounds.value === null ? none : html`<data value=${bounds.value}>${format.ratio(bounds.value)}</data><small>${format.interval(bounds.low, bounds.high, format.ratio)}</small>`}</td>
      <td class="drawn">${intervalDot(bounds, domain, { zero: 0, strong })}</td>`;
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.roi}><table class="roi"><tbody>${costly.map(
    (row) => {
      const video = String(row.video);
      return html`<tr><th scope="row" rowspan="2">${page.titleOf(video)}<small>${words.cost} ${format.money(row.cost, row.currency, true)}</small>
        ${row.unknownMargin ? html`<small>${fill(words.unknownMargin, { value: format.money(row.unknownMargin, row.currency, true) })}</small>` : nothing}</th>
      ${lane(words.credited, row, false, '–')}</tr>
      <tr>${lane(
        words.incremental,
        { value: number(row, 'incremental'), low: number(row, 'incrementalLow'), high: number(row, 'incrementalHigh') },
        true,
        html`<a href=${page.link({ video, chart: 'holdout' })}>${text.holdout.title}</a>`,
      )}</tr>`;
    },
  )}</tbody></table></div>`;
}

function holdout(page: Page, video: string) {
  const words = page.text.holdout;
  const running = page.filmOf(video)?.experiment as Partial<ExperimentSnippet> | undefined;
  return html`<section id="chart-holdout" class="panel wide" tabindex="-1" aria-labelledby="holdout">
    <h3 id="holdout">${words.title}: ${page.titleOf(video)}</h3><p class="note">${words.why}</p>
    ${experimentSnippet(page, video, holdoutFor(video, running))}
    <p class="aside">${words.wait}</p></section>`;
}

/** Who gets the credit by which rule, what belongs to nobody, and whether the films pay. */
export function money(page: Page) {
  const words = page.text.money;
  const asked = page.ask('attribution', { by: 'video' });
  const earned = asked.answer ? earningsOf(asked.answer) : [];
  const currency = (asked.answer && mainCurrency(asked.answer.rows)) ?? 'EUR';
  const videos = earned.filter((each) => each.currency === currency).map(({ video }) => video);
  const roi = page.ask('roi');
  const unproven = roi.answer?.rows.find(({ incremental }) => incremental === null)?.video;
  const held = page.at.video ?? (unproven as string | undefined) ?? videos[0];
  return html`<div class="columns">
    ${frame(page, {
      ...{ id: 'models', title: words.models, note: words.modelsNote, asked, wide: true },
      more: MODELS.slice(1).map(
        (model) => [words.model[model], page.ask('attribution', { by: 'video', model })] as const,
      ),
      draw: () => models(page, videos, currency),
    })}
    ${frame(page, { ...{ id: 'roi', title: words.roi, note: words.roiNote, asked: roi }, draw: (answer) => returns(page, answer) })}
    ${paths(page)}
    ${held ? holdout(page, held) : nothing}
  </div>`;
}
