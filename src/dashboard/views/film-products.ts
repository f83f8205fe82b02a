import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer, Row } from '../answer.js';
import { intervalDot } from '../charts/interval.js';
import { domainOf } from '../charts/scale.js';
import { distinguishable } from '../overlap.js';
import type { Page } from '../page.js';
import { emptiness, frame, waiting } from '../parts/frame.js';
import { stageTable } from './funnel.js';

const rowOf = (answer: Answer | undefined, product: unknown) => answer?.rows.find((row) => row.product === product);

/** What was credited to a product in this film, of the same product and of others. */
function soldOf(answer: Answer | undefined, product: unknown): { minor: number; currency: unknown } | undefined {
  const rows = (answer?.rows ?? []).filter((row) => row.product === product && row.kind !== 'unattributed');
  return rows.length
    ? { minor: rows.reduce((sum, { value }) => sum + (value ?? 0), 0), currency: rows[0]!.currency }
    : undefined;
}

/** In words, how a product stands beside the one that is clicked most. */
function verdict(page: Page, row: Row, first: Row) {
  const { text } = page;
  if (row === first) return '–';
  return distinguishable(row, first)
    ? text.film.lower
    : fill(text.undistinguished, { other: page.productOf(first.product) });
}

function table(page: Page, video: string, { rows }: Answer) {
  const { text, format, at } = page;
  const words = text.film;
  const intent = page.ask('intentional', { by: 'product', video }).answer;
  const credits = page.ask('attribution', { by: 'product', video }).answer;
  const domain = domainOf(rows.flatMap(({ value, high }) => [value, high]));
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.products}><table class="products">
    <thead><tr><th scope="col">${words.product}</th><th scope="col">${words.saw}</th><th scope="col" colspan="2">${words.shrunken}</th>
      <th scope="col">${words.verdict}</th><th scope="col">${words.opened}</th><th scope="col">${words.meant}</th><th scope="col">${words.slips}</th><th scope="col">${words.sold}</th></tr></thead>
    <tbody>${rows.map((row) => {
      const meant = rowOf(intent, row.product);
      const sold = soldOf(credits, row.product);
      const chosen = at.item === row.product;
      return html`<tr class=${chosen ? 'chosen' : ''}>
        <th scope="row"><a href=${page.link({ item: chosen ? undefined : String(row.product), chart: chosen ? undefined : 'why' })} aria-current=${chosen ? 'true' : nothing}>${page.productOf(row.product)}</a></th>
        <td class="number"><data value=${String(row.n)}>${format.number(row.n)}</data></td>
        <td class="number"><data value=${String(row.shrunken)}>${format.share(row.shrunken)}</data><small>${format.interval(row.low, row.high, format.share)}</small></td>
        <td class="drawn">${intervalDot({ ...row, value: row.shrunken as number | null }, domain, { strong: row === rows[0] || chosen })}</td>
        <td><small class="verdict">${verdict(page, row, rows[0]!)}</small></td>
        <td class="number">${format.number(meant?.n ?? null)}</td>
        <td class="number">${format.share(meant?.value)}</td>
        <td class="number">${format.share(meant?.n ? Number(meant.accidental) / meant.n : null)}</td>
        <td class="number">${sold ? format.money(sold.minor, sold.currency, true) : '–'}</td></tr>`;
    })}</tbody></table></div>`;
}

/** So many slips, and the hotspot is in the way. */
const MANY = 0.3;

/**
 * How far those came who saw one product: where they are lost, and not why. Each count is of its own metric, as of one product
 * the funnel would count what they went on to do with others.
 */
function whereLost(page: Page, video: string, product: string) {
  const { text, format } = page;
  const words = text.film;
  const [clicks, opens, carts, sales] = [
    page.ask('hctr', { by: 'product', video }),
    page.ask('intentional', { by: 'product', video }),
    page.ask('abandoned', { by: 'product', video }),
    page.ask('attribution', { by: 'product', video }),
  ] as const;
  return frame(page, {
    id: 'why',
    title: fill(words.why, { product: page.productOf(product) }),
    ...{ note: words.whyNote, asked: opens, wide: true },
    more: [
      [words.shrunken, clicks],
      [words.stages.cart, carts],
      [words.sold, sales],
    ],
    draw: (answer) => {
      // what has not come is no nought
      const missing = [clicks, carts, sales].find((each) => !each.answer);
      if (missing) return html`${waiting(page, missing)}`;
      const [seen, opened, wanted] = [
        rowOf(clicks.answer, product),
        rowOf(answer, product),
        rowOf(carts.answer, product),
      ];
      if (!seen || !opened) return emptiness(page);
      const bought = sales.answer?.rows.find((row) => row.product === product && row.kind === 'same');
      const slips = Number(opened.accidental);
      const carted = (wanted?.n ?? 0) + Number(wanted?.pending ?? 0);
      const counts: [stage: keyof typeof words.lost, count: number][] = [
        ['saw', seen.n],
        ['opened', opened.n],
        ['stayed', opened.n - slips],
        ['meant', opened.k ?? 0],
        ['carted', carted],
        ['ordered', bought?.k ?? 0],
      ];
      const [share, n, k] = [slips / opened.n, format.number(opened.n), format.number(carted)];
      return html`<div class="why">
        <p class="headline">${fill(words.neverCarted, { n, k })}
          <span>${fill(words.slipped, { share: format.share(share) })} ${share > MANY ? words.slippedMany : ''}</span></p>
        ${stageTable(
          page,
          words.why,
          counts.map(([stage, count]) => ({ name: words.lost[stage], count })),
        )}
        <p class="aside"><a href=${page.link({ view: 'abandoned', chart: 'friction' })}>${words.toCheckout}</a> · <a href=${page.link({ item: undefined, chart: undefined })}>${words.whyAll}</a></p></div>`;
    },
  });
}

export function filmProducts(page: Page, video: string) {
  const words = page.text.film;
  const asked = page.ask('hctr', { by: 'product', video });
  return html`${frame(page, {
    ...{ id: 'products', title: words.products, note: words.productsNote, asked, wide: true },
    more: [
      [words.meant, page.ask('intentional', { by: 'product', video })],
      [words.sold, page.ask('attribution', { by: 'product', video })],
    ],
    draw: (answer) => table(page, video, answer),
  })}
  ${page.at.item ? whereLost(page, video, page.at.item) : nothing}`;
}
