import { backoffMs } from '../shared/backoff.js';

/** What to do about a fault that stops playback. */
export type Remedy = { readonly do: 'reload'; readonly inMs: number } | { readonly do: 'next' };

/** How often a source is tried again before the next one is. A broken network is waited for, broken media is not. */
const TRIES = { network: 6, media: 2, gone: 0 } as const;

/**
 * @param kind `network`: loading failed; `media`: what was loaded cannot be decoded or played on; `gone`: it is not
 *   there
 * @param attempt how often this source has failed since it last played, from 0
 */
export function remedyFor(kind: keyof typeof TRIES, attempt: number, random = Math.random): Remedy {
  if (attempt >= TRIES[kind]) return { do: 'next' };
  return { do: 'reload', inMs: kind === 'media' ? 0 : backoffMs(attempt, { baseMs: 1000, maxMs: 8000, random }) };
}
