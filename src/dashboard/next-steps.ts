import { fill } from '../i18n/format.js';
import type { Row } from './answer.js';
import type { Page } from './page.js';

export interface Step {
  readonly what: string;
  readonly why: string;
  readonly href: string;
}

/** No more than anybody does in a day. */
const MOST = 5;
/** So many have closed a card at once that it is worth a look. */
const SLIPS = 0.3;
const ENOUGH = 100;

function ofArms(page: Page): Step[] {
  const { format, text } = page;
  const rows = page.ask('conversion', { by: 'arm' }).answer?.rows ?? [];
  const href = page.link({ view: 'experiments', chart: undefined });
  const broken = [...new Set(rows.filter(({ ratioP }) => ratioP !== null && Number(ratioP) < 0.001).map(({ experiment }) => experiment))];
  const control = (row: Row) => String(controlOf(rows, row.experiment) ?? 'control');
  const told = rows
    .filter(({ verdict, arm }) => (verdict === 'worse' || verdict === 'better') && arm !== 'holdout')
    // one step for an arm, by what it earns rather than by who bought
    .sort((a, b) => (a.goal === b.goal ? 0 : a.goal === 'revenue' ? -1 : 1))
    .filter((row, at, all) => all.findIndex(({ arm, experiment }) => arm === row.arm && experiment === row.experiment) === at);
  return [
    ...broken.map((experiment) => ({
      what: fill(text.todo.ratio, { experiment: String(experiment) }),
      ...{ why: text.todo.ratioWhy, href },
    })),
    ...told.map((row): Step => {
      const worse = row.verdict === 'worse';
      const size = Math.abs(Number(row.difference));
      const value = row.goal === 'revenue' ? format.money(size, row.currency) : `${format.share(size)} buyers`;
      const names = { arm: String(row.arm), experiment: String(row.experiment), control: control(row), value };
      return {
        what: fill(worse ? text.todo.arm : text.todo.winner, names),
        why: fill(worse ? text.todo.armWhy : text.todo.winnerWhy, names),
        href,
      };
    }),
  ];
}

/** The arm that the others of an experiment are compared with: the one without a difference. */
export const controlOf = (rows: readonly Row[], experiment: unknown): unknown =>
  rows.find((row) => row.experiment === experiment && row.difference === null && row.verdict === null && row.arm !== 'holdout')?.arm;

function ofCards(page: Page): Step[] {
  const { format, text, at } = page;
  const films = at.video ? [at.video] : page.videos.slice(0, 3).map(({ video }) => video);
  return films.flatMap((video) => {
    const rows = page.ask('intentional', { by: 'product', video }).answer?.rows ?? [];
    return rows
      .filter(({ n, accidental }) => n >= ENOUGH && Number(accidental) / n > SLIPS)
      .map((row) => ({
        what: fill(text.todo.open, { product: page.productOf(row.product), title: page.titleOf(video) }),
        why: fill(text.todo.openWhy, { share: format.share(Number(row.accidental) / row.n) }),
        href: page.link({ view: 'video', video, item: String(row.product), chart: 'products' }),
      }));
  });
}

/** What the figures of this period ask for, the most pressing first. Each leads to where it is seen. */
export function nextSteps(page: Page): Step[] {
  const { format, text } = page;
  const shoot = (page.ask('demand', { by: 'product' }).answer?.rows ?? []).filter(({ label }) => label === 'feature-next');
  const left = page.ask('value-left', { by: 'video' }).answer?.rows.find(({ value }) => value);
  const roi = page.ask('roi', { by: 'video' }).answer?.rows ?? [];
  const unproven = roi.find(({ value, incremental }) => value !== null && value > 0 && incremental === null);
  return [
    ...ofArms(page),
    ...ofCards(page),
    ...shoot.slice(0, 1).map(({ product }) => ({
      what: fill(text.todo.shoot, { product: page.productOf(product) }),
      ...{ why: text.todo.shootWhy, href: page.link({ view: 'next', chart: undefined }) },
    })),
    ...(left
      ? [
          {
            what: fill(text.todo.left, { title: page.titleOf(left.video) }),
            why: fill(text.todo.leftWhy, { value: format.money(left.value, left.currency, true) }),
            href: page.link({ view: 'abandoned', chart: undefined }),
          },
        ]
      : []),
    ...(unproven
      ? [
          {
            what: fill(text.todo.holdout, { title: page.titleOf(unproven.video) }),
            why: text.todo.holdoutWhy,
            href: page.link({ view: 'money', video: String(unproven.video), chart: 'holdout' }),
          },
        ]
      : []),
  ].slice(0, MOST);
}
