/** The whole batch is refused, and the sender told so as `{ error, path }`. */
export interface BatchFault {
  readonly status: 400 | 401 | 403 | 413 | 415 | 429 | 503;
  /** In a word, to be counted by. */
  readonly reason: string;
  /** A sentence with the cure. */
  readonly error: string;
  /** Where in the batch; empty for the body itself. */
  readonly path: string;
  readonly retryAfterS?: number;
}
