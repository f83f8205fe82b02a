import type { Selection } from './selection.js';

export interface Question {
  /** A key of the metric's `by`. */
  readonly by: string;
  readonly selection: Selection;
}
