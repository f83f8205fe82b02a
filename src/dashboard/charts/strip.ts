import type { Row } from '../answer.js';

/** With fewer views a cell says little, and is hatched. */
export const FEW = 30;
/** Steps of the colour; `charts/styles.ts` has one for each. */
export const HEATS = 8;

/** A piece of the film. Places are shares of its length, 0..1. */
export interface StripCell {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
  /** 0 to `HEATS`, of the highest share of the film. */
  readonly heat: number;
  /** 0..1 of the most views that any cell has. */
  readonly opacity: number;
  readonly few: boolean;
  readonly row: Row;
}

/** Least visible: what nearly nobody saw is still there. */
const FAINT = 0.35;

/**
 * The heat strip: share of clicks by colour, exposure by opacity.
 * @param rows of `hctr-second`, each from `second` to the end of second `to`
 * @param duration of the film in seconds
 */
export function stripCells(rows: readonly Row[], duration: number): StripCell[] {
  const seen = rows.filter(({ n }) => n > 0);
  const most = Math.max(0, ...seen.map(({ n }) => n));
  // of what enough have seen: one click of three views must not pale the rest
  const highest = Math.max(0, ...seen.filter(({ n }) => n >= FEW).map(({ value }) => value ?? 0));
  return seen.flatMap((row) => {
    const [from, to] = [Number(row.second), Math.min(duration, Number(row.to) + 1)];
    if (from >= duration) return [];
    const heat = highest ? Math.min(HEATS, Math.round(((row.value ?? 0) / highest) * HEATS)) : 0;
    const opacity = FAINT + (1 - FAINT) * (row.n / most);
    return [{ from, to, x: from / duration, width: (to - from) / duration, heat, opacity, few: row.n < FEW, row }];
  });
}

/** Where a press lands in the film, in seconds. */
export const secondAt = (offset: number, width: number, duration: number): number =>
  width > 0 ? Math.min(duration, Math.max(0, (offset / width) * duration)) : 0;

/** The cell that a second is in. */
export const cellAt = (cells: readonly StripCell[], second: number): StripCell | undefined =>
  cells.find(({ from, to }) => second >= from && second < to);

export interface Lane {
  readonly product: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** One lane for each product, in the order in which the film shows them. */
export function lanesOf(hotspots: readonly { product: string; start: number; end: number }[]): Lane[] {
  const lanes = new Map<string, { start: number; end: number }[]>();
  for (const { product, start, end } of [...hotspots].sort((a, b) => a.start - b.start))
    lanes.set(product, [...(lanes.get(product) ?? []), { start, end }]);
  return [...lanes].map(([product, spans]) => ({ product, spans }));
}
