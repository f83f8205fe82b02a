import type { TransportReply } from '../transport/transport.js';

/** After so many refusals in a row an endpoint is left alone; 401 and 403 need only one. */
export const REFUSALS = 3;

/**
 * `taken`: all, but for those that the reply names. `split`: something in it is too large, or wrong: smaller batches find
 * out what. `refused`: that is this one event. `again`: later. `stop`: not in this page's life.
 */
export type Verdict = 'taken' | 'split' | 'refused' | 'again' | 'stop';

/**
 * What an answer comes to. A plain 4xx took nothing, and neither did a 200 that is not the endpoint's own, such as a
 * captive portal's.
 * @param count how many events it is about
 * @param failures how many answers before it failed, in a row
 */
export function judge(
  { status, rejected, body }: TransportReply,
  count: number,
  failures: number,
  taken?: (status: number, body: unknown) => boolean,
): Verdict {
  if (status === 204 || rejected || taken?.(status, body)) return 'taken';
  if (status === 400 || status === 413 || status === 422) return count > 1 ? 'split' : 'refused';
  if (status === 401 || status === 403) return 'stop';
  const later = status === 408 || status === 425 || status === 429;
  return status >= 400 && status < 500 && !later && failures + 1 >= REFUSALS ? 'stop' : 'again';
}
