import type { Row } from './answer.js';

type Bounds = Pick<Row, 'low' | 'high'>;

/**
 * Whether two figures' 95 % intervals leave it open which is the greater. Intervals that do not meet tell them apart at less
 * than 1 %, so that "distinguishable" is said too seldom rather than too often.
 */
export const distinguishable = (a: Bounds, b: Bounds): boolean =>
  a.low !== null && b.low !== null && a.high !== null && b.high !== null && (a.low > b.high || b.low > a.high);
