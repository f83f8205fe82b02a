import { el } from './dom.js';

const percent = (share) => `${Math.round(share * 100)} %`;

async function ask(question) {
  const response = await fetch(`/v1/insights/${question}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** What the server has of a video of a site: events by type, and by product the events and the click-through rate. */
export async function readInsights(site, video) {
  const here = `site=${encodeURIComponent(site)}&video=${video}`;
  const [types, events, hctr] = await Promise.all([
    ask(`counts?${here}&by=type`),
    ask(`counts?${here}&by=product`),
    ask(`hctr?${here}&by=product`),
  ]);
  return { types, events, hctr };
}

const range = ({ value, low, high }) =>
  el(
    'span',
    { class: 'range', 'aria-hidden': 'true' },
    el('i', { style: `left:${low * 100}%;right:${(1 - high) * 100}%` }),
    el('b', { style: `left:${value * 100}%` }),
  );

const head = (...names) => el('thead', {}, el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name))));
const row = (name, ...cells) =>
  el(
    'tr',
    {},
    el('th', { scope: 'row' }, name),
    ...cells.map((cell) => (cell instanceof Node ? cell : el('td', {}, String(cell)))),
  );

function productTable({ events, hctr }, nameOf) {
  const rates = new Map(hctr.rows.map((each) => [each.product, each]));
  const rows = events.rows.map(({ product, n, bots }) => {
    const rate = rates.get(product);
    if (!rate?.n) return row(nameOf(product), n + bots, 0, 0, '–', '–', el('td', { class: 'interval' }));
    const { k, value, low, high } = rate;
    return row(
      nameOf(product),
      n + bots,
      rate.n,
      k,
      percent(value),
      `${percent(low)} to ${percent(high)}`,
      el('td', { class: 'interval' }, range(rate)),
    );
  });
  return el(
    'table',
    { class: 'numbers' },
    el('caption', {}, 'By product: click-through rate of hotspots (HCTR), k of n viewers, with its 95 % interval'),
    head('Product', 'Events', 'Saw it (n)', 'Tapped (k)', 'HCTR', 'Interval', '0 to 100 %'),
    el('tbody', {}, ...rows),
  );
}

function typeTable({ rows }) {
  return el(
    'table',
    { class: 'numbers' },
    el('caption', {}, 'By type: events that arrived, each counted once however often it was sent'),
    head('Type', 'Of people', 'Of programs'),
    el('tbody', {}, ...rows.map(({ type, n, bots }) => row(type, n, bots))),
  );
}

/** The numbers as tables, or the sentence that says why there are none. */
export function insightTables(insights, nameOf) {
  const { types, hctr } = insights;
  if (!types.rows.length) return [el('p', {}, 'The server has no events of this film yet.')];
  const scroller = (label, table) =>
    el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, table);
  return [
    scroller('Numbers by product', productTable(insights, nameOf)),
    scroller('Numbers by type', typeTable(types)),
    el(
      'p',
      {},
      `${hctr.definition} Lost on the way: ${percent(hctr.lossShare ?? 0)}. Programs among the viewers, left out of the rate: ${percent(hctr.botShare ?? 0)}.`,
    ),
  ];
}
