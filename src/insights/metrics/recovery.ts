import { newcombe } from '../statistics/newcombe.js';
import { wilson } from '../statistics/wilson.js';
import type { Cell, InsightRow, Metric } from './metric.js';

const ARMS = ['message', 'holdout'];

function row({ dimension, k, n, pending }: Cell, by: string, difference: object): InsightRow {
  const [bought, all] = [Number(k), Number(n)];
  const interval = all ? wilson(bought, all) : { low: null, high: null };
  return { [by]: dimension, k: bought, n: all, value: all ? bought / all : null, ...interval, ...difference, pending };
}

const NONE = { difference: null, differenceLow: null, differenceHigh: null };

/** What the messages about what was left bring. */
export const recovery: Metric = {
  name: 'recovery',
  unit: 'share',
  definition:
    'Viewers who left something, agreed to be written to and ordered within 7 days (`within`) of the moment when the first message was due, ' +
    'divided by all of them whom that moment came for; of those who were to get messages, whether one came or not (intention to treat), and of ' +
    'those who by a hash of their pseudonym get none. Who came there less long ago is pending, and in neither. Only orders whose viewer the shop ' +
    'names count: messages lead to the video, and so to tokens. The difference of the two has a Newcombe interval.',
  basis: 'viewers',
  by: { arm: 'arm' },
  options: {
    within: {
      days: [1, 30],
      default: 7,
      meaning: 'Days from the moment when the message was due in which an order counts.',
    },
  },
  sql: {
    viewers: ({ argMin }) => `
      SELECT {by} AS dimension, sum(1 - pending) AS n, sum((1 - pending) * bought) AS k, sum(pending) AS pending
      FROM (
        SELECT arm, assigned.site AS site, assigned.viewer AS viewer,
          max(CASE WHEN since_ms > $nowMs - $withinMs THEN 1 ELSE 0 END) AS pending,
          max(CASE WHEN ordered_ms >= since_ms AND ordered_ms <= since_ms + $withinMs THEN 1 ELSE 0 END) AS bought
        FROM (
          SELECT site, viewer, ${argMin('arm', 'at_ms')} AS arm, min(at_ms) AS since_ms
          FROM recovery_arms WHERE {selection of site, video, fromMs, toMs} GROUP BY site, viewer
        ) AS assigned
        LEFT JOIN (
          SELECT site, viewer, at_ms AS ordered_ms FROM sales WHERE viewer IS NOT NULL AND {selection of site}
        ) AS placed ON placed.site = assigned.site AND placed.viewer = assigned.viewer
        GROUP BY arm, assigned.site, assigned.viewer
      ) AS viewers
      GROUP BY {by}`,
  },
  rows({ viewers }, { by }) {
    const of = (arm: string) => viewers!.find(({ dimension }) => dimension === arm);
    const [message, holdout] = ARMS.map(of);
    const trials = (cell: Cell | undefined) => ({ k: Number(cell?.k ?? 0), n: Number(cell?.n ?? 0) });
    const isCompared = trials(message).n > 0 && trials(holdout).n > 0;
    const { value, low, high } = isCompared
      ? newcombe(trials(message), trials(holdout))
      : { value: null, low: null, high: null };
    return [
      ...(message ? [row(message, by, { difference: value, differenceLow: low, differenceHigh: high })] : []),
      ...(holdout ? [row(holdout, by, NONE)] : []),
    ];
  },
};
