/**
 * How fast a card opens, the processor slowed: from the call to a card that is drawn, can be used and has been painted,
 * its chunk loaded before. With five products and with five hundred of five thousand variants; with one product of forty
 * options and five thousand variants, and what a choice costs there; and whether the page moves while a card opens.
 */
import { median, SLOWED, withPage } from './browser.mjs';
import { serve } from './site.mjs';

const GOAL_MS = 100;
/** A card of a large shop may take this much longer than one of a small shop; the rest is noise. */
const GOAL_RATIO = 1.15;
const OPENINGS = 7;
const STILL = '/demo/media/coffee/products/mug.jpg';

const product = (p, variants) => ({
  id: `p${p}`,
  name: `Product ${p}`,
  url: '/',
  price: { minor: 1900, currency: 'EUR' },
  rating: { value: 4.6, count: 158 },
  media: ['angle', 'angle', 'closeup', 'scale'].map((role, m) => ({ role, src: `${STILL}?${p}-${m}`, alt: '' })),
  dimensions: [{ name: 'Height', value: 9.5, unit: 'cm' }],
  facts: [{ name: 'Material', value: 'Stoneware' }],
  options: [
    { name: 'Glaze', values: ['Tide', 'Chalk'] },
    { name: 'Size', values: Array.from({ length: variants / 2 }, (_, s) => `Size ${s}`) },
  ],
  variants: Array.from({ length: variants }, (_, v) => ({
    id: `p${p}-v${v}`,
    options: [v % 2 ? 'Chalk' : 'Tide', `Size ${Math.floor(v / 2)}`],
    stock: v % 4,
  })),
  complements: p ? [] : ['p1', 'p2'],
  alternates: p ? [] : ['p3'],
});
const shop = (count) => Array.from({ length: count }, (_, p) => product(p, 10));

/** One product of forty axes of choice. */
const options = Array.from({ length: 40 }, (_, o) => ({
  name: `Option ${o}`,
  values: Array.from({ length: 5 }, (_, v) => `Value ${v}`),
}));
const huge = {
  ...product(0, 2),
  complements: [],
  options,
  variants: Array.from({ length: 5000 }, (_, v) => ({
    id: `v${v}`,
    options: options.map((_, o) => `Value ${(v + (v >> (o % 12))) % 5}`),
    stock: v % 3,
  })),
};

const page = (
  products,
) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>body{margin:0}</style>
<script>window.shifts = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value; }).observe({ type: 'layout-shift', buffered: true });</script>
<shoppable-video muted style="display:block;width:960px;height:540px"><script type="application/json">${JSON.stringify({
  version: 1,
  id: 'bench',
  title: 'Bench',
  media: { sources: [{ src: '/demo/media/coffee/coffee.mp4', type: 'video/mp4' }] },
  products,
})}</script></shoppable-video><p>What follows in the page.</p><script type="module" src="/dist/shoppable-video.js"></script>`;

const PAGES = { '/5': page(shop(5)), '/500': page(shop(500)), '/40x5000': page([huge, product(1, 2)]) };

/** Opens a card several times. The first is for the chunk; a painted frame ends each of the others. */
const openings = async (count) => {
  const player = document.querySelector('shoppable-video');
  await customElements.whenDefined('shoppable-video');
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await player.play();
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const card = () => player.shadowRoot.querySelector('dialog.card[open]');
  const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
  await player.openProduct('p1');
  await rest();
  let shifts = 0;
  const opened = [];
  const chosen = [];
  for (let n = 0; n < count; n += 1) {
    await player.closeProduct();
    await rest();
    const before = window.shifts;
    const from = performance.now();
    await player.openProduct('p0');
    await painted();
    opened.push(performance.now() - from);
    if (!card()?.querySelector('[part=add-to-cart]')) throw new Error('No card.');
    await rest();
    // What a choice moves in the card follows the shopper's own press, and a browser does not count it either.
    shifts += window.shifts - before;
    const value = card().querySelectorAll('.value:not([aria-checked=true])')[n % 2];
    const pressed = performance.now();
    value.click();
    await painted();
    chosen.push(performance.now() - pressed);
  }
  return { opened, chosen, shifts };
};

export async function measure({ rounds, log }) {
  const site = await serve(PAGES);
  const seen = Object.fromEntries(Object.keys(PAGES).map((key) => [key, { opened: [], chosen: [], shifts: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const key of Object.keys(PAGES)) {
      await withPage(async (tab) => {
        await tab.goto(site.url + key, { waitUntil: 'load' });
        const { opened, chosen, shifts } = await tab.evaluate(openings, OPENINGS);
        seen[key].opened.push(...opened);
        seen[key].chosen.push(...chosen);
        seen[key].shifts.push(shifts);
      });
    }
    log(`round ${round + 1} of ${rounds}, processor slowed ${SLOWED} times`);
  }
  site.close();
  const n = rounds * OPENINGS;
  const row = (name, value, unit, goal) => ({ name, value, unit, goal, reached: value <= goal, n });
  const opened = (key) => median(seen[key].opened);
  const shifts = Math.max(...Object.values(seen).flatMap((one) => one.shifts));
  return [
    row('open to painted: 5 products', opened('/5'), 'ms', GOAL_MS),
    row('open to painted: 500 products, 5,000 variants', opened('/500'), 'ms', GOAL_MS),
    row('500 products ÷ 5 products', opened('/500') / opened('/5'), 'ratio', GOAL_RATIO),
    { name: 'open to painted: one product, 40 options, 5,000 variants', value: opened('/40x5000'), unit: 'ms', n },
    row('a choice: 5 products', median(seen['/5'].chosen), 'ms', GOAL_MS),
    { name: 'a choice: 40 options, 5,000 variants', value: median(seen['/40x5000'].chosen), unit: 'ms', n },
    { ...row('layout shift while a card opens, in the page and in the card', shifts, 'score', 0), n: rounds },
  ];
}
