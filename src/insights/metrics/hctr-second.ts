import type { Dialect } from '../dialects/dialect.js';
import { perSecond } from '../rows/per-second.js';
import { SEED } from '../rows/resampled.js';
import { LONGEST_MS, sweep } from '../sql/sweep.js';
import { shareBySecond } from '../statistics/share-by-second.js';
import type { Cells, Metric } from './metric.js';

/** With a click its second counts as exposed too, so that nobody clicks unexposed. */
const seen = ({ divide }: Dialect) => `
  SELECT site, view_id,
    CASE WHEN type = 'hotspot_click' THEN ${divide('position_ms', '1000')} ELSE ${divide('from_ms', '1000')} END AS from_at,
    1 + CASE WHEN type = 'hotspot_click' THEN ${divide('position_ms', '1000')}
      WHEN to_ms > from_ms THEN ${divide('to_ms - 1', '1000')} ELSE ${divide('from_ms', '1000')} END AS to_at
  FROM events
  WHERE NOT bot AND {selection} AND (type = 'hotspot_exposure' AND from_ms < ${LONGEST_MS} AND to_ms <= ${LONGEST_MS}
    OR type = 'hotspot_click' AND via = 'hotspot' AND position_ms < ${LONGEST_MS})`;

const CLICKS = `type = 'hotspot_click' AND via = 'hotspot' AND position_ms < ${LONGEST_MS} AND NOT bot AND {selection}`;

const first = ({ divide }: Dialect) => `
  SELECT site, view_id, min(${divide('position_ms', '1000')}) AS second FROM events WHERE ${CLICKS} GROUP BY site, view_id`;

/** What stands in each second: exposed views and clicks, views at risk of a first click and first clicks. */
const standing = ({ exposed, clicks, risk, firsts }: Cells) => {
  const of = (cells: Cells[string], name: string) => cells.map(({ second, n }) => ({ second, [name]: n }));
  const atRisk = new Map(perSecond(of(risk!, 'n'), ['n']).map(({ second, n }) => [second, n]));
  const clicked = new Map(clicks!.map(({ second, n }) => [second, n as number]));
  const began = new Map(firsts!.map(({ second, n }) => [second, n as number]));
  return perSecond(of(exposed!, 'n'), ['n']).map(({ second, n }) => ({
    second,
    n,
    k: clicked.get(second) ?? 0,
    riskN: atRisk.get(second) ?? 0,
    riskK: began.get(second) ?? 0,
  }));
};

const found = (cells: Cells) => {
  const seconds = standing(cells);
  return {
    seconds,
    curve: shareBySecond(
      seconds.map(({ second, k, n }) => ({ second, k, n })),
      { seed: SEED },
    ),
  };
};

/** When hotspots are clicked. */
export const hctrSecond: Metric = {
  name: 'hctr-second',
  unit: 'share',
  definition:
    'Views that clicked a hotspot in a second of the film, divided by the views that saw one in it, with bounds that hold for all ' +
    'seconds at once; beside it the hazard, which is the same of views that had not clicked before. Seconds with fewer ' +
    'than 30 views are taken together, and a peak is named only where chance does not make one.',
  basis: 'views',
  by: { second: 'second' },
  needs: ['video'],
  sql: {
    exposed: (dialect) => `
      SELECT edge_at AS second, sum(views) AS n FROM (${sweep(seen(dialect))}) AS edges GROUP BY edge_at`,
    clicks: ({ divide }) => `
      SELECT second, count(*) AS n
      FROM (
        SELECT site, view_id, ${divide('position_ms', '1000')} AS second FROM events
        WHERE ${CLICKS} GROUP BY site, view_id, ${divide('position_ms', '1000')}
      ) AS clicked
      GROUP BY second`,
    // up to the second of the first click, which is the last at risk
    risk: (dialect) => `
      SELECT edge_at AS second, sum(views) AS n
      FROM (${sweep(`
        SELECT seen.site AS site, seen.view_id AS view_id, from_at,
          CASE WHEN second IS NULL OR to_at <= second + 1 THEN to_at ELSE second + 1 END AS to_at
        FROM (${seen(dialect)}) AS seen
        LEFT JOIN (${first(dialect)}) AS clicked ON seen.site = clicked.site AND seen.view_id = clicked.view_id
        WHERE second IS NULL OR from_at <= second`)}
      ) AS edges
      GROUP BY edge_at`,
    firsts: (dialect) => `SELECT second, count(*) AS n FROM (${first(dialect)}) AS firsts GROUP BY second`,
  },
  rows(cells) {
    const { seconds, curve } = found(cells);
    return curve.cells.map(({ from, to, k, n, value, low, high }) => {
      const within = seconds.filter(({ second }) => second >= from && second <= to);
      const hazardK = within.reduce((sum, { riskK }) => sum + riskK, 0);
      const hazardN = within.reduce((sum, { riskN }) => sum + riskN, 0);
      return { second: from, to, k, n, value, low, high, hazardK, hazardN, hazard: hazardN ? hazardK / hazardN : null };
    });
  },
  summary(cells) {
    const { p, peak } = found(cells).curve;
    return { p, peak };
  },
};
