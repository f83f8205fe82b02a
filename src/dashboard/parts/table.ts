import { html, nothing } from 'lit';
import type { Answer, Row } from '../answer.js';
import type { Page } from '../page.js';

const SHARES = /^(value|low|high|shrunken|rank|ofFirst|hazard|percentile|intent|chance\w+|difference\w*)$/;
const MONEY = /^(value|low|high|gross|refunded|margin|cost|unknownMargin|worth|perView|difference\w*|total)$/;

/** A figure of an answer as people read it; its own words where it is none. */
function written(page: Page, { unit }: Answer, row: Row, name: string): string {
  const { format } = page;
  const value = row[name];
  if (value === null || value === undefined) return '–';
  if (name === 'video') return page.titleOf(value);
  if (name === 'product') return page.productOf(value);
  if (Array.isArray(value)) return value.map(page.titleOf).join(' → ');
  if (typeof value !== 'number') return String(value);
  if (name === 'second' || name === 'to') return format.seconds(value);
  if (/^(p|ratioP)$/.test(name)) return value < 0.001 ? '< 0.001' : value.toFixed(3);
  if (row.goal === 'buyers' && SHARES.test(name)) return format.share(value);
  if (unit.startsWith('minor units') && MONEY.test(name)) return format.money(value, row.currency);
  if (unit === 'ratio')
    return /^(margin|cost|unknownMargin)$/.test(name)
      ? format.money(value, row.currency)
      : /^(n|shownN|holdoutN)$/.test(name)
        ? format.number(value)
        : format.ratio(value);
  if (/^(chance|percentile|intent)/.test(name)) return format.share(value);
  if (unit === 'share' && SHARES.test(name)) return format.share(value);
  return format.number(value);
}

/**
 * All rows of an answer, every figure of it. Each stands in a `<data>` with the number itself, as the API gave it.
 */
export function answerTable(page: Page, answer: Answer, title: string) {
  const names = [...new Set(answer.rows.flatMap((row) => Object.keys(row)))].filter((name) => {
    return answer.rows.some((row) => row[name] !== null && row[name] !== undefined);
  });
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${title}>
    <table class="figures">
      <thead><tr>${names.map((name) => html`<th scope="col">${page.text.columns[name] ?? name}</th>`)}</tr></thead>
      <tbody>${answer.rows.map(
        (row) =>
          html`<tr>${names.map((name, at) => {
            const words = written(page, answer, row, name);
            const isNumber = typeof row[name] === 'number';
            const cell = isNumber ? html`<data value=${String(row[name])}>${words}</data>` : words;
            return at === 0
              ? html`<th scope="row">${cell}</th>`
              : html`<td class=${isNumber ? 'number' : nothing}>${cell}</td>`;
          })}</tr>`,
      )}</tbody>
    </table></div>`;
}
