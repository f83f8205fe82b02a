import type { Cell } from '../metrics/metric.js';

/** Cells by one of their columns, in the order of its first appearance. */
export function grouped(cells: readonly Cell[], column = 'dimension'): Map<unknown, Cell[]> {
  const groups = new Map<unknown, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell[column]);
    if (group) group.push(cell);
    else groups.set(cell[column], [cell]);
  }
  return groups;
}

/** The sum of a column. */
export const total = (cells: readonly Cell[], column: string): number =>
  cells.reduce((sum, cell) => sum + Number(cell[column]), 0);
