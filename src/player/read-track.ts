import { safeUrl } from '../shared/url.js';
import { warnOnce } from '../shared/warn.js';

/**
 * Reads a text file that a film can be watched without, and makes a list of it. One that is not there, or in which
 * nothing makes sense, is an empty list and one line for the developer.
 */
export async function readTrack<T>(
  what: string,
  src: string,
  parse: (file: string, base: string) => T[],
  signal: AbortSignal,
): Promise<T[]> {
  try {
    const url = safeUrl(src);
    if (!url) throw new Error('only http and https are followed');
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const found = parse(await response.text(), response.url || url);
    if (!found.length) throw new Error('it has no usable cue');
    return found;
  } catch (cause) {
    if (!signal.aborted) warnOnce(`${what} ${src}`, `The ${what} ${src} cannot be used, and is left out:`, cause);
    return [];
  }
}
