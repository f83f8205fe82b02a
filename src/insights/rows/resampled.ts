import type { Cell, InsightRow } from '../metrics/metric.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { grouped, total } from './grouped.js';
import { ranked } from './ranked.js';

/** Draws begin here, so that an answer is the same each time that it is asked for. */
export const SEED = 20261125;

/**
 * A ratio of two sums by dimension, over the cells of `watched`, with the interval of a bootstrap over viewers. One viewer
 * alone shows no spread, and gets no bounds.
 */
export const resampled = (cells: readonly Cell[], by: string, over: string, under: string): InsightRow[] =>
  ranked(
    [...grouped(cells)].map(([dimension, group]) => {
      const counted = group.map((cell) => {
        const n = cell.viewers as number;
        return { n, values: [Number(cell[over]) / n, Number(cell[under]) / n] };
      });
      const found = bootstrap(counted, ([above, below]) => above! / below!, { seed: SEED })!;
      const viewers = total(group, 'viewers');
      const bounds = viewers > 1 ? found : { value: found.value, low: null, high: null };
      return { [by]: dimension, n: total(group, 'views'), viewers, ...bounds };
    }),
    by,
  );
