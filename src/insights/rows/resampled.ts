import type { Cell, InsightRow } from '../metrics/metric.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { grouped, total } from './grouped.js';
import { ranked } from './ranked.js';

/** Draws begin here, so that an answer is the same each time that it is asked for. */
export const SEED = 20261125;

/** Cells that a bootstrap needs at most: it draws each of them anew 200 times. */
const MOST = 64;

/** Takes neighbours together, viewers with as many views and about the same time, until there are few enough; no sum changes. */
function coarser(cells: readonly Cell[]): readonly Cell[] {
  if (cells.length <= MOST) return cells;
  const joined = new Map<string, Record<string, unknown>>();
  for (const cell of cells) {
    const place = { each: cell.each, cell: Math.floor((cell.cell as number) / 2) };
    const key = `${place.each} ${place.cell}`;
    const other = joined.get(key);
    const sum = (name: string) => Number(cell[name]) + Number(other?.[name] ?? 0);
    const sums = Object.fromEntries(['viewers', 'views', 'merged', 'played', 'again'].map((name) => [name, sum(name)]));
    joined.set(key, { ...place, ...sums });
  }
  return joined.size < cells.length ? coarser([...joined.values()]) : cells;
}

/**
 * A ratio of two sums by dimension, over the cells of `watched`, with the interval of a bootstrap over viewers. One viewer
 * alone shows no spread, and gets no bounds.
 */
export const resampled = (cells: readonly Cell[], by: string, over: string, under: string): InsightRow[] =>
  ranked(
    [...grouped(cells)].map(([dimension, group]) => {
      const counted = coarser(group).map((cell) => {
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
