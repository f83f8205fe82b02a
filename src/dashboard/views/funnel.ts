import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer } from '../answer.js';
import { intervalBar } from '../charts/interval.js';
import type { Page } from '../page.js';
import { wilson } from '../wilson.js';

interface Stage {
  readonly name: string;
  readonly count: number;
}

/** How many reached each stage, as a bar beside all of the first; with the share, and its interval, of who went on from the one before. */
export function stageTable(page: Page, title: string, stages: readonly Stage[]) {
  const { text, format } = page;
  const all = stages[0]?.count || 1;
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${title}><table class="funnel"><tbody>${stages.map(
    ({ name, count }, at) => {
      const before = at ? stages[at - 1]!.count : 0;
      const bounds = before && count <= before ? wilson(count, before) : undefined;
      const bar = {
        value: count / all,
        low: bounds ? (bounds.low * before) / all : null,
        high: bounds ? (bounds.high * before) / all : null,
      };
      return html`<tr><th scope="row">${name}</th>
      <td class="number"><data value=${count}>${format.number(count)}</data></td>
      <td class="drawn">${intervalBar(bar, [0, 1])}</td>
      <td>${bounds ? html`<small>${fill(text.film.ofBefore, { share: format.share(count / before), interval: format.interval(bounds.low, bounds.high, format.share) })}</small>` : nothing}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

export function funnelTable(page: Page, { rows }: Answer) {
  const { stages, funnel } = page.text.film;
  const nameOf = (stage: unknown) => stages[stage as keyof typeof stages] ?? String(stage);
  return stageTable(
    page,
    funnel,
    rows.map(({ stage, k }) => ({ name: nameOf(stage), count: k ?? 0 })),
  );
}
