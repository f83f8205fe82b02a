import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import { plural } from '../../i18n/price.js';
import type { Answer, Row } from '../answer.js';
import { intervalDot } from '../charts/interval.js';
import { timeSeries } from '../charts/plot.js';
import { domainOf } from '../charts/scale.js';
import { addDays, daysWithin } from '../dates.js';
import { BROKEN, type Experiment, experimentsOf, type Goal } from '../experiment.js';
import type { Page } from '../page.js';
import { frame } from '../parts/frame.js';
import { experimentSnippet } from '../parts/snippet.js';
import { type ExperimentSnippet, firstExperiment, without } from '../snippets.js';

/** So many looks at an experiment, from its first day to the last. */
const LOOKS = 10;

function badge(page: Page, { ratioP }: Experiment) {
  const { ratio, p } = page.text.experiments;
  if (ratioP === null) return html`<p><span class="badge open">${ratio.unknown}</span></p>`;
  const bad = ratioP < BROKEN;
  const written = fill(p, { p: bad ? '< 0.001' : ratioP.toFixed(3) });
  return html`<p><span class=${bad ? 'badge bad' : 'badge good'}>${bad ? ratio.bad : ratio.good}</span> <small>${written}</small></p>
    ${bad ? html`<p class="warning">${ratio.badNote}</p>` : nothing}`;
}

const writer =
  (page: Page, { goal, currency }: Goal) =>
  (value: unknown) =>
    goal === 'revenue' ? page.format.money(value, currency) : page.format.share(value);

function verdictOf(page: Page, row: Row) {
  const words = page.text.experiments;
  const { verdict, daysToTell } = row;
  if (verdict === 'better' || verdict === 'worse')
    return html`<span class=${verdict === 'better' ? 'badge good' : 'badge bad'}>${words.verdicts[verdict]}</span>`;
  if (verdict !== 'undetermined') return words.verdicts.none;
  const days = Number(daysToTell);
  const left =
    daysToTell === null || days > 365
      ? words.never
      : plural(words.toTell, Math.max(1, Math.ceil(days)), page.format.locale);
  return html`<span class="badge open">${words.verdicts.undetermined}</span><small>${left}</small>`;
}

function goalTable(page: Page, { control }: Experiment, goal: Goal) {
  const { text, format } = page;
  const words = text.experiments;
  const write = writer(page, goal);
  const name =
    goal.goal === 'revenue' ? fill(words.revenueIn, { currency: String(goal.currency) }) : words.goals.buyers;
  const domain = domainOf(goal.rows.flatMap((row) => [row.differenceLow, row.differenceHigh] as (number | null)[]));
  return html`<h4>${name}</h4><div class="scroller" tabindex="0" role="group" aria-label=${name}><table class="arms">
    <thead><tr><th scope="col">${words.arm}</th><th scope="col" class="number">${words.viewers}</th><th scope="col" class="number">${words.perViewer}</th>
      <th scope="col" colspan="2">${fill(words.difference, { control })}</th><th scope="col"><span class="sr">${page.text.film.verdict}</span></th></tr></thead>
    <tbody>${goal.rows.map((row) => {
      const difference = row.difference as number | null;
      const bounds = {
        value: difference,
        low: row.differenceLow as number | null,
        high: row.differenceHigh as number | null,
      };
      return html`<tr><th scope="row">${row.arm}</th>
        <td class="number">${format.number(row.n)}</td>
        <td class="number"><data value=${String(row.value)}>${write(row.value)}</data><small>${format.interval(row.low, row.high, write)}</small></td>
        ${
          difference === null
            ? html`<td colspan="3"><small>${row.arm === control ? words.control : words.verdicts.none}</small></td>`
            : html`<td class="number"><data value=${difference}>${difference > 0 ? '+' : ''}${write(difference)}</data><small>${format.interval(bounds.low, bounds.high, write)}</small></td>
              <td class="drawn">${intervalDot(bounds, domain, { zero: 0, strong: row.verdict !== 'undetermined' })}</td><td>${verdictOf(page, row)}</td>`
        }</tr>`;
    })}</tbody></table></div>`;
}

/** The film that has an experiment, by its manifest; else the first, for the snippet's sake. */
function filmOf(page: Page, experiment: string): { video: string; running?: Partial<ExperimentSnippet> } {
  const found = page.videos.find(({ video }) => page.filmOf(video)?.experiment?.id === experiment);
  const video = found?.video ?? page.videos[0]?.video ?? 'film';
  return { video, running: found && (page.filmOf(video)?.experiment as Partial<ExperimentSnippet>) };
}

/** What to do about an arm of which it is known, and how. */
function actions(page: Page, experiment: Experiment) {
  const words = page.text.experiments;
  const told = new Map<string, Row>();
  for (const { rows } of experiment.goals)
    for (const row of rows)
      if ((row.verdict === 'worse' || row.verdict === 'better') && row.arm !== 'holdout' && !told.has(String(row.arm)))
        told.set(String(row.arm), row);
  const waits = experiment.goals.some(({ rows }) => rows.some(({ verdict }) => verdict === 'undetermined'));
  const { video, running } = filmOf(page, experiment.id);
  return html`${[...told].map(([arm, { verdict }]) => {
    const out = verdict === 'worse' ? [arm] : experiment.arms.filter((other) => other !== arm);
    const next = without(out, experiment.id, experiment.arms, running);
    const alone = next.arms.length === 1;
    return html`<details class="action" data-arm=${arm}><summary>${fill(verdict === 'worse' ? words.stop : words.take, { arm })}</summary>
      <p>${fill(verdict === 'worse' ? words.stopHow : words.takeHow, { arm })}</p>
      ${experimentSnippet(page, video, next)}
      ${alone ? html`<p class="aside">${fill(words.stopAll, { arm: next.arms[0]!.id })}</p>` : nothing}</details>`;
  })}${waits && !told.size ? html`<p class="aside">${words.wait}</p>` : nothing}`;
}

/** The first days say nearly nothing, and would flatten what later ones say: what is shown is what fits the later half. */
function inSight(lows: readonly (number | null)[], highs: readonly (number | null)[]): [number, number] {
  const late = (values: readonly (number | null)[]) =>
    values.slice(Math.floor(values.length / 2)).filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...late(lows)), Math.max(0, ...late(highs))];
  return least < most ? [least, most] : [-1, 1];
}

/** The effect of an arm as it could be seen on each day: the same question up to that day. */
function sequence(page: Page, experiment: Experiment) {
  const words = page.text.experiments;
  const goal = experiment.goals[0]!;
  const arm =
    experiment.arms.find((name) => name !== experiment.control && name !== 'holdout') ??
    experiment.arms.find((name) => name !== experiment.control);
  if (!arm) return nothing;
  const known = page.videos.map(({ firstMs }) => firstMs);
  const first = new Date(Math.min(...known)).toISOString().slice(0, 10);
  const range = { from: first > page.range.from ? first : page.range.from, to: page.range.to };
  const looks = daysWithin(range, LOOKS).map((day) => {
    const asked = page.ask('conversion', { by: 'arm', experiment: experiment.id, to: day });
    const row = asked.answer?.rows.find(
      (each) => each.arm === arm && each.goal === goal.goal && each.currency === goal.currency,
    );
    return { day, asked, row };
  });
  const write = writer(page, goal);
  const all = looks.map(({ row }) => row);
  const bound = (name: string) => all.map((row) => (row?.[name] ?? null) as number | null);
  const title = fill(words.sequence, { arm });
  return html`<h4>${title}</h4><p class="note">${words.sequenceNote}</p>
    ${timeSeries(
      {
        times: looks.map(({ day }) => Date.parse(addDays(day, 0)) / 1000),
        ...{ values: bound('difference'), lows: bound('differenceLow'), highs: bound('differenceHigh') },
        within: inSight(bound('differenceLow'), bound('differenceHigh')),
        write: (value) => write(value),
        writeDay: (seconds) => page.format.day(new Date(seconds * 1000).toISOString()),
      },
      `${title}: ${looks.map(({ day, row }) => `${page.format.day(day)} ${write(row?.difference)}`).join(', ')}`,
    )}`;
}

function card(page: Page, asked: ReturnType<Page['ask']>, answer: Answer, experiment: Experiment) {
  const own = { ...answer, rows: answer.rows.filter((row) => row.experiment === experiment.id) };
  const url = `${asked.url}&experiment=${encodeURIComponent(experiment.id)}`;
  return frame(page, {
    ...{ id: `experiment-${experiment.id.replace(/\W/g, '-')}`, title: experiment.id, wide: true },
    asked: { url, answer: own },
    draw: () => html`${badge(page, experiment)}
      ${experiment.goals.map((goal) => goalTable(page, experiment, goal))}
      ${actions(page, experiment)}
      ${sequence(page, experiment)}`,
  });
}

/** Whether the arms can be compared, then what they bring, then what to do. */
export function experiments(page: Page) {
  const words = page.text.experiments;
  const asked = page.ask('conversion', { by: 'arm' });
  const found = asked.answer ? experimentsOf(asked.answer.rows) : [];
  const video = page.at.video ?? page.videos[0]?.video ?? 'film';
  if (!asked.answer || !found.length)
    return frame(page, {
      ...{ id: 'experiments', title: page.text.views.experiments, asked, wide: true },
      draw: () => nothing,
      empty: html`<div class="empty"><p><b>${words.none}</b></p><p>${words.noneNote}</p></div>${experimentSnippet(page, video, firstExperiment(video))}`,
    });
  return html`<div class="columns">${found.map((experiment) => card(page, asked, asked.answer!, experiment))}</div>`;
}
