import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import { type Answer, type Asked, isComing, type Row } from '../answer.js';
import { intervalBar } from '../charts/interval.js';
import { timeSeries } from '../charts/plot.js';
import { domainOf } from '../charts/scale.js';
import { daysIn } from '../dates.js';
import { type Earning, earningsOf, totalOf, unattributedOf } from '../earnings.js';
import { nextSteps } from '../next-steps.js';
import { distinguishable } from '../overlap.js';
import type { Page } from '../page.js';
import { frame } from '../parts/frame.js';

/** Beside a figure, how it has changed; nothing where there was nothing before. */
function change(page: Page, now: number | null | undefined, before: number | null | undefined) {
  if (!page.before || !before || now === null || now === undefined) return nothing;
  const { format, text } = page;
  const than = fill(text.than, { from: format.day(page.before.from), to: format.day(page.before.to) });
  return html`<span class="change">${format.change(now / before - 1)} ${than}</span>`;
}

const figure = (label: string, value: unknown, ...more: unknown[]) =>
  html`<div class="figure"><dt>${label}</dt><dd><b>${value}</b>${more.map((line) => (line === nothing ? nothing : html`<span>${line}</span>`))}</dd></div>`;

function figures(page: Page, credits: Asked, funnel: Asked) {
  const { text, format } = page;
  const words = text.overview;
  const total = credits.answer && totalOf(credits.answer);
  const earlier = page.askBefore('attribution', { by: 'video' });
  const stageOf = (answer: Answer | undefined, stage: string) => answer?.rows.find((row) => row.stage === stage);
  const passed = page.askBefore('funnel');
  const [came, saw, clicked, ordered] = ['opportunity', 'exposure', 'click', 'order'].map((stage) =>
    stageOf(funnel.answer, stage),
  );
  const share = (row: Row | undefined) => format.share(row?.ofFirst);
  return html`<dl class="figures-row" aria-busy=${credits.answer && funnel.answer ? nothing : 'true'}>
    ${figure(
      words.revenue,
      total ? format.money(total.value, total.currency, true) : '–',
      total && total.low !== null
        ? format.interval(total.low, total.high, (value) => format.money(value, total.currency, true))
        : nothing,
      change(page, total?.value, earlier && totalOf(earlier)?.value),
    )}
    ${figure(words.viewers, came ? format.number(came.k) : '–', change(page, came?.k, stageOf(passed, 'opportunity')?.k))}
    ${figure(
      words.clicked,
      format.share(clicked?.value),
      saw && clicked ? format.interval(clicked.low, clicked.high, format.share) : nothing,
      words.clickedOf,
    )}
    ${figure(words.ordered, share(ordered), words.orderedOf, change(page, ordered?.k, stageOf(passed, 'order')?.k))}
  </dl>`;
}

function headline(page: Page, [first, second]: readonly Earning[]) {
  const { text, format } = page;
  const words = text.overview;
  if (!first || first.value <= 0) return html`<p class="headline">${words.nobody}</p>`;
  const title = page.titleOf(first.video);
  const value = format.money(first.value, first.currency, true);
  if (!second) return html`<p class="headline">${fill(words.bestAlone, { title, value })}</p>`;
  const other = page.titleOf(second.video);
  return html`<p class="headline">${fill(words.best, { title, value })}
    <span>${fill(distinguishable(first, second) ? words.bestSure : words.bestOpen, { other })}</span></p>`;
}

/** The figures of a video that stand beside what it earned. */
function beside(
  page: Page,
  earning: Earning,
  found: Readonly<Record<'hctr' | 'intent' | 'roi', Row | undefined>>,
  isRoiComing: boolean,
) {
  const { format, text } = page;
  const words = text.overview;
  const { hctr, intent, roi } = found;
  const each = hctr?.n ? earning.value / hctr.n : null;
  const bounds = (row: Row | undefined, low: string, high: string, write: (value: unknown) => string) =>
    row && row[low] !== null && row[low] !== undefined
      ? html`<small>${format.interval(row[low], row[high], write)}</small>`
      : nothing;
  return html`<td>${format.money(each, earning.currency)}</td>
    <td>${format.share(hctr?.value)}${bounds(hctr, 'low', 'high', format.share)}</td>
    <td>${format.share(intent?.value)}${bounds(intent, 'low', 'high', format.share)}</td>
    <td>${roi?.cost ? format.ratio(roi.value) : html`<small>${isRoiComing ? '…' : words.noCost}</small>`}${bounds(roi, 'low', 'high', format.ratio)}</td>
    <td>${roi?.incremental !== null && roi?.incremental !== undefined ? format.ratio(roi.incremental) : html`<small>${isRoiComing ? '…' : words.noHoldout}</small>`}${bounds(roi, 'incrementalLow', 'incrementalHigh', format.ratio)}</td>`;
}

function ranking(page: Page, answer: Answer) {
  const { text, format } = page;
  const words = text.overview;
  const earnings = earningsOf(answer);
  const domain = domainOf(earnings.flatMap(({ value, high }) => [value, high]));
  const [hctr, intent, roi] = ['hctr', 'intentional', 'roi'].map((metric) => page.ask(metric, { by: 'video' }));
  const of = (asked: Asked | undefined, video: string, currency?: unknown) =>
    asked?.answer?.rows.find((row) => row.video === video && (currency === undefined || row.currency === currency));
  return html`${headline(page, earnings)}
    <div class="scroller" tabindex="0" role="group" aria-label=${words.ranking}>
    <table class="ranking">
      <thead><tr><th scope="col">${text.video}</th><th scope="col" colspan="2">${words.earned}</th>
        <th scope="col" title=${words.perViewerNote}>${words.perViewer}</th><th scope="col">${words.hctr}</th>
        <th scope="col">${words.intent}</th><th scope="col">${words.roi}</th><th scope="col">${words.roiIncremental}</th></tr></thead>
      <tbody>${earnings.map(
        (earning, at) => html`<tr>
          <th scope="row"><a href=${page.link({ view: 'video', video: earning.video, chart: undefined })}>${page.titleOf(earning.video)}</a></th>
          <td class="number"><data value=${earning.value}>${format.money(earning.value, earning.currency, true)}</data>
            <small>${format.interval(earning.low, earning.high, (value) => format.money(value, earning.currency, true))}</small></td>
          <td class="drawn">${intervalBar(earning, domain, at === 0)}</td>
          ${beside(
            page,
            earning,
            {
              hctr: of(hctr, earning.video),
              intent: of(intent, earning.video),
              roi: of(roi, earning.video, earning.currency),
            },
            isComing(roi!),
          )}
        </tr>`,
      )}</tbody>
    </table></div>`;
}

function byDay(page: Page) {
  const { text, format } = page;
  const words = text.overview;
  const asked = page.ask('attribution', { by: 'day' });
  return frame(page, {
    ...{ id: 'by-day', title: words.byDay, note: words.byDayNote, asked },
    draw: (answer) => {
      const days = new Map<string, Row[]>();
      for (const row of answer.rows)
        if (row.kind !== 'unattributed') days.set(String(row.day), [...(days.get(String(row.day)) ?? []), row]);
      const names = [...days.keys()].sort();
      const all = names.map((name) => totalOf({ ...answer, rows: days.get(name)! }));
      const currency = all.find(Boolean)?.currency;
      return timeSeries(
        {
          times: names.map((name) => Date.parse(name) / 1000),
          values: all.map((total) => total?.value ?? 0),
          lows: all.map((total) => total?.low ?? null),
          highs: all.map((total) => total?.high ?? null),
          write: (value) => format.money(value, currency, true),
          writeDay: (seconds) => format.day(new Date(seconds * 1000).toISOString()),
        },
        words.byDay,
      );
    },
  });
}

function todo(page: Page) {
  const words = page.text.overview;
  const steps = nextSteps(page);
  return html`<section class="todo" aria-labelledby="todo"><h3 id="todo">${words.todo}</h3>
    ${
      steps === undefined
        ? html`<p role="status">${page.text.chart.loading}</p>`
        : steps.length
          ? html`<ol>${steps.map(({ what, why, href }) => html`<li><a href=${href}>${what}</a><span>${why}</span></li>`)}</ol>`
          : html`<p>${words.todoNone}</p>`
    }</section>`;
}

/** Which videos earn, and what to do next. */
export function overview(page: Page) {
  const words = page.text.overview;
  const credits = page.ask('attribution', { by: 'video' });
  const funnel = page.ask('funnel');
  const missing = credits.answer && unattributedOf(credits.answer);
  return html`${figures(page, credits, funnel)}
    <div class="columns">
      ${frame(page, {
        ...{ id: 'ranking', title: words.ranking, note: words.rankingNote, asked: credits, wide: true },
        more: [
          [words.hctr, page.ask('hctr', { by: 'video' })],
          [words.intent, page.ask('intentional', { by: 'video' })],
          [words.roi, page.ask('roi', { by: 'video' })],
        ],
        draw: (answer) =>
          html`${ranking(page, answer)}${missing ? html`<p class="aside">${page.text.money.unattributed}: ${page.format.money(missing.value, missing.currency, true)}</p>` : nothing}`,
      })}
      ${todo(page)}
      ${daysIn(page.range) > 1 ? byDay(page) : nothing}
    </div>`;
}
