import type { Selection } from './selection.js';

export interface Question {
  /** A key of the metric's `by`. */
  readonly by: string;
  readonly selection: Selection;
  /** IANA name of the time zone whose days are meant. */
  readonly zone: string;
  /** What was chosen for each of the metric's options, or its default. */
  readonly options: Readonly<Record<string, string | number>>;
  /** When it is asked, Unix milliseconds on the server's clock: what is young then may still be pending. */
  readonly nowMs: number;
}
