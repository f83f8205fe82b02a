import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import { plural } from '../../i18n/price.js';
import type { Answer, Row } from '../answer.js';
import { intervalBar } from '../charts/interval.js';
import { domainOf } from '../charts/scale.js';
import type { Page } from '../page.js';
import { frame, waiting } from '../parts/frame.js';
import type { Recovery } from '../recovery.js';

const STATES = ['open', 'abandoned', 'lost'] as const;
/** Of a difference from all other rows, adjusted for looking at several. */
const SURE = 0.05;

/** A table of shares with their intervals as bars; `name` is what each row is called, `after` what is said of it. */
function shares(
  page: Page,
  { rows }: Answer,
  title: string,
  name: (row: Row) => unknown,
  after: (row: Row) => unknown,
) {
  const { format } = page;
  const domain = domainOf(rows.flatMap(({ value, high }) => [value, high]));
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${title}><table><tbody>${rows.map(
    (row) => html`<tr><th scope="row">${name(row)}</th>
      <td class="number"><data value=${String(row.value)}>${format.share(row.value)}</data><small>${format.interval(row.low, row.high, format.share)}</small></td>
      <td class="drawn">${intervalBar(row, domain, Number(row.p ?? 0) < SURE)}</td>
      <td><small>${after(row)}</small></td></tr>`,
  )}</tbody></table></div>`;
}

/** In words, whether a step or bin ends more checkouts than the rest. */
function against(page: Page, { rows }: Answer, row: Row) {
  const words = page.text.abandoned;
  if (Number(row.p) >= SURE) return words.likeOthers;
  const [k, n] = [rows.reduce((sum, each) => sum + (each.k ?? 0), 0), rows.reduce((sum, each) => sum + each.n, 0)];
  const rest = n > row.n ? (k - (row.k ?? 0)) / (n - row.n) : 0;
  return (row.value ?? 0) > rest ? words.moreThanOthers : words.lessThanOthers;
}

/** `EUR 1–499` is minor units, as the API has it. */
function shippingName(page: Page, bin: unknown): string {
  const found = /^([A-Z]{3}) (\d+)(?:–(\d+))?(\+)?$/.exec(String(bin));
  if (!found) return String(bin);
  const [, currency, from, to] = found;
  const write = (minor: string) => page.format.money(Number(minor), currency);
  return to ? `${write(from!)} – ${write(to)}` : write(from!);
}

function left(page: Page) {
  const { text, format, at } = page;
  const words = text.abandoned;
  const path = `/v1/recovery?sort=value&limit=25${at.site ? `&site=${encodeURIComponent(at.site)}` : ''}`;
  const asked = page.get<Recovery>(path);
  // a server without it has no such list, and the rest of the page stands
  if (asked.status === 404) return nothing;
  const { answer } = asked;
  return html`<section id="chart-left" class="panel wide" tabindex="-1" aria-labelledby="left"><div><h3 id="left">${words.left}</h3><p class="note">${words.leftNote}</p></div>
    ${
      answer
        ? answer.intents.length
          ? html`<p class="legend">${Object.entries(answer.counts).map(([state, count]) => html`<span><b>${format.number(count)}</b> ${words.recovery[state] ?? state}</span>`)}</p>
            <div class="scroller" tabindex="0" role="group" aria-label=${words.left}><table>
            <thead><tr><th scope="col">${words.cart}</th><th scope="col" class="number">${words.value}</th><th scope="col">${words.moment}</th><th scope="col">${words.age}</th><th scope="col">${words.state}</th></tr></thead>
            <tbody>${answer.intents.map(
              (
                cart,
              ) => html`<tr><th scope="row">${cart.lines.map(({ product, name, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name ?? page.productOf(product)}`).join(', ')}</th>
                <td class="number">${format.money(cart.valueMinor, cart.currency)}</td>
                <td><a href=${page.link({ view: 'video', video: cart.video, at: String(Math.round(cart.positionMs / 1000)), chart: 'heat' })}>${page.titleOf(cart.video)}, ${format.seconds(cart.positionMs / 1000)}</a></td>
                <td>${format.age(cart.ageMs)}</td><td>${words.recovery[cart.state] ?? cart.state}</td></tr>`,
            )}</tbody></table></div>`
          : html`<p class="aside">${text.chart.nothing}</p>`
        : waiting(page, asked)
    }</section>`;
}

/** What messages bring: those who were to get one beside those who by chance get none. */
function messages(page: Page) {
  const { text, format } = page;
  const words = text.abandoned;
  return frame(page, {
    ...{ id: 'messages', title: words.messages, note: words.messagesNote, asked: page.ask('recovery', { by: 'arm' }) },
    empty: html`<div class="empty"><p><b>${words.noMessages}</b></p><p>${words.noMessagesNote}</p></div>`,
    draw: (answer) => {
      const { difference, differenceLow, differenceHigh } = answer.rows[0]!;
      const isKnown = typeof differenceLow === 'number' && typeof differenceHigh === 'number';
      const isSure = isKnown && (differenceLow > 0 || differenceHigh < 0);
      return html`<p class="headline">${
        isKnown
          ? fill(isSure ? words.messagesSure : words.messagesOpen, {
              difference: format.change(difference),
              interval: format.interval(differenceLow, differenceHigh, format.change),
            })
          : words.messagesAlone
      }</p>
      ${shares(
        page,
        answer,
        words.messages,
        ({ arm }) => words.arms[arm as keyof typeof words.arms] ?? arm,
        (row) =>
          html`${fill(words.ofViewers, { k: format.number(row.k), n: format.number(row.n) })}${row.pending ? html`, ${plural(words.pending, Number(row.pending), format.locale)}` : nothing}`,
      )}`;
    },
  });
}

/** What was wanted and not bought: how much, where it was left, and where checkouts end. */
export function abandoned(page: Page) {
  const { text, format } = page;
  const words = text.abandoned;
  const asked = STATES.map((state) => page.ask('abandoned', { by: 'video', state }));
  const rowOf = (index: number, video: unknown) => asked[index]!.answer?.rows.find((row) => row.video === video);
  const friction = page.ask('friction', { by: 'step' });
  const shipping = page.ask('friction', { by: 'shipping' });
  return html`<div class="columns">
    ${left(page)}
    ${messages(page)}
    ${frame(page, {
      ...{
        id: 'value-left',
        title: words.value,
        note: words.valueNote,
        asked: page.ask('value-left', { by: 'product' }),
      },
      draw: ({ rows }) => {
        const domain = domainOf(rows.flatMap(({ value, high }) => [value, high]));
        return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.value}><table><tbody>${[...rows]
          .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
          .map(
            (row, place) => html`<tr><th scope="row">${page.productOf(row.product)}</th>
            <td class="number"><data value=${String(row.value)}>${format.money(row.value, row.currency, true)}</data><small>${format.interval(row.low, row.high, (value) => format.money(value, row.currency, true))}</small></td>
            <td class="drawn">${intervalBar(row, domain, place === 0)}</td></tr>`,
          )}</tbody></table></div>`;
      },
    })}
    ${frame(page, {
      ...{ id: 'abandoned', title: words.title, note: words.note, asked: asked[1]! },
      more: [
        [words.states.open, asked[0]!],
        [words.states.lost, asked[2]!],
      ],
      draw: (answer) => html`<div class="scroller" tabindex="0" role="group" aria-label=${words.title}><table>
        <thead><tr><th scope="col">${text.video}</th>${STATES.map((state) => html`<th scope="col" class="number">${words.states[state]}</th>`)}</tr></thead>
        <tbody>${answer.rows.map(
          ({ video }) =>
            html`<tr><th scope="row">${page.titleOf(video)}</th>${STATES.map((_, index) => {
              const row = rowOf(index, video);
              return html`<td class="number">${row ? html`<data value=${String(row.value)}>${format.share(row.value)}</data><small>${format.interval(row.low, row.high, format.share)}</small>${row.pending ? html`<small>${plural(words.pending, Number(row.pending), format.locale)}</small>` : nothing}` : '–'}</td>`;
            })}</tr>`,
        )}</tbody></table></div>`,
    })}
    ${frame(page, {
      ...{ id: 'friction', title: words.friction, note: words.frictionNote, asked: friction },
      draw: (answer) =>
        shares(
          page,
          answer,
          words.friction,
          ({ step }) => words.steps[step as keyof typeof words.steps] ?? step,
          (row) => against(page, answer, row),
        ),
    })}
    ${frame(page, {
      ...{ id: 'shipping', title: words.shipping, note: words.shippingNote, asked: shipping },
      draw: (answer) =>
        shares(
          page,
          answer,
          words.shipping,
          ({ shipping: bin }) => shippingName(page, bin),
          (row) => against(page, answer, row),
        ),
    })}
  </div>`;
}
