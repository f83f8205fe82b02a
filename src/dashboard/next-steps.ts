import { fill } from '../i18n/format.js';
import { isComing, type Row } from './answer.js';
import { BROKEN, experimentsOf } from './experiment.js';
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

/** All that is asked; the same question asked twice is one. */
const questions = (page: Page) => ({
  arms: page.ask('conversion', { by: 'arm' }),
  demand: page.ask('demand', { by: 'product' }),
  left: page.ask('value-left', { by: 'video' }),
  roi: page.ask('roi', { by: 'video' }),
});

function ofArms(page: Page): Step[] {
  const { format, text } = page;
  const found = experimentsOf(questions(page).arms.answer?.rows ?? []);
  const href = page.link({ view: 'experiments', chart: undefined });
  return found.flatMap(({ id: experiment, control, goals, ratioP }): Step[] => {
    if (ratioP !== null && ratioP < BROKEN)
      return [{ what: fill(text.todo.ratio, { experiment }), why: text.todo.ratioWhy, href }];
    // one step for an arm, by what it earns rather than by who bought
    const told = new Map<unknown, Row>();
    for (const row of goals.flatMap(({ rows }) => rows))
      if ((row.verdict === 'worse' || row.verdict === 'better') && row.arm !== 'holdout' && !told.has(row.arm))
        told.set(row.arm, row);
    return [...told.values()].map((row) => {
      const worse = row.verdict === 'worse';
      const words = row.goal === 'revenue' ? text.todo.earns : text.todo.buys;
      const size = Math.abs(Number(row.difference));
      const value = row.goal === 'revenue' ? format.money(size, row.currency) : format.share(size);
      const names = { arm: String(row.arm), experiment, control, value };
      return {
        what: fill(worse ? text.todo.arm : text.todo.winner, names),
        ...{ why: fill(worse ? words.less : words.more, names), href },
      };
    });
  });
}

const cards = (page: Page) =>
  (page.at.video ? [page.at.video] : page.videos.slice(0, 3).map(({ video }) => video)).map((video) => ({
    video,
    asked: page.ask('intentional', { by: 'product', video }),
  }));

function ofCards(page: Page): Step[] {
  const { format, text } = page;
  return cards(page).flatMap(({ video, asked }) => {
    const rows = asked.answer?.rows ?? [];
    return rows
      .filter(({ n, accidental }) => n >= ENOUGH && Number(accidental) / n > SLIPS)
      .map((row) => ({
        what: fill(text.todo.open, { product: page.productOf(row.product), title: page.titleOf(video) }),
        why: fill(text.todo.openWhy, { share: format.share(Number(row.accidental) / row.n) }),
        href: page.link({ view: 'video', video, item: String(row.product), chart: 'products' }),
      }));
  });
}

/**
 * What the figures of this period ask for, the most pressing first. Each leads to where it is seen.
 * @returns undefined as long as there is nothing yet and some figures are still being counted
 */
export function nextSteps(page: Page): Step[] | undefined {
  const { format, text } = page;
  const asked = questions(page);
  const shoot = (asked.demand.answer?.rows ?? []).filter(({ label }) => label === 'feature-next');
  const left = asked.left.answer?.rows.find(({ value }) => value);
  const roi = asked.roi.answer?.rows ?? [];
  const unproven = roi.find(({ value, incremental }) => value !== null && value > 0 && incremental === null);
  const steps = [
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
  const all = [...Object.values(asked), ...cards(page).map((card) => card.asked)];
  return steps.length || !all.some(isComing) ? steps : undefined;
}
