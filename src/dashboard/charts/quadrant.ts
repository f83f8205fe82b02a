import type { Row } from '../answer.js';
import { linear, logarithmic } from './scale.js';

export interface QuadrantPoint {
  readonly row: Row;
  /** 0..1 from the left and from below; the middle line of each axis is at ½. */
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** Names of one side of the picture stand at least so far from one another, of its height. */
const LINE = 0.045;

/**
 * Where the name of each point is written, 0..1 from below: beside it, and lower where another name is there already.
 * @param points in any order
 */
export function namePlaces(points: readonly QuadrantPoint[]): Map<QuadrantPoint, number> {
  const places = new Map<QuadrantPoint, number>();
  for (const isRight of [true, false]) {
    let above = Number.POSITIVE_INFINITY;
    for (const point of points.filter(({ x }) => x > 0.5 === isRight).sort((a, b) => b.y - a.y)) {
      above = Math.min(point.y, above - LINE);
      places.set(point, above);
    }
  }
  return places;
}

/** At least as many times more or less than the line is at the edge. */
const EDGE = 4;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

/**
 * The demand quadrant: from left to right how long the stock lasts beside how long it must, from below how much a product is
 * clicked beside the median of its category, both by factors, so that categories can stand in one picture.
 * @param rows of `demand`
 * @param cover days for which stock must last
 * @returns those that can be placed; what nobody bought lasts for ever and stands at the edge
 */
export function quadrantPoints(rows: readonly Row[], cover: number): QuadrantPoint[] {
  const seen = rows.filter(({ value, stock }) => value !== null && value > 0 && typeof stock === 'number');
  const place = logarithmic(1 / EDGE, EDGE);
  const middleOf = ({ category }: Row) =>
    median(rows.filter((row) => row.category === category && row.value !== null).map(({ value }) => value!));
  const far = Math.max(
    EDGE,
    ...seen.map((row) => Math.max(row.value! / middleOf(row), middleOf(row) / row.value!) * 1.3),
  );
  const height = logarithmic(1 / far, far);
  return seen.map((row) => {
    const middle = middleOf(row);
    const y = (value: number | null) => 0.06 + 0.88 * height((value ?? 0) / middle);
    const days = row.cover === null ? (row.stock ? Number.POSITIVE_INFINITY : 0) : Number(row.cover);
    return {
      row,
      // room for the dot
      x: 0.04 + 0.92 * (Number.isFinite(days) ? place(Math.max(days, 1e-9) / cover) : linear(0, 1)(1)),
      y: y(row.value),
      low: y(row.low),
      high: y(row.high),
      label: String(row.label),
    };
  });
}
