import { safeUrl } from '../shared/url.js';
import { errorOf } from './error-of.js';

/** A manifest as it came, unchecked, and the URL that its relative ones are resolved against. */
export interface RawManifest {
  readonly value: unknown;
  readonly baseUrl: string;
}

/**
 * Reads a manifest from where the page gave it: an object, a URL, or a child `<script type="application/json">`.
 * @throws ShoppableError `manifest-missing`, `manifest-unreachable` or `manifest-not-json`
 */
export async function readManifest(element: HTMLElement, given: unknown, signal: AbortSignal): Promise<RawManifest> {
  const page = element.ownerDocument.baseURI;
  if (given && typeof given === 'object') return { value: given, baseUrl: page };
  const url = given ? safeUrl(given, page) : undefined;
  if (given && !url) throw await errorOf('manifest-unreachable', { detail: String(given) });
  const text = url
    ? await fetchText(url, signal)
    : element.querySelector('script[type="application/json"]')?.textContent;
  if (text == null) throw await errorOf('manifest-missing', {});
  try {
    return { value: JSON.parse(text), baseUrl: url ?? page };
  } catch (cause) {
    throw await errorOf('manifest-not-json', { detail: url, cause });
  }
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    if (response.ok) return await response.text();
    throw new Error(`HTTP ${response.status}`);
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw await errorOf('manifest-unreachable', { detail: `${url}: ${(cause as Error).message}`, cause });
  }
}

/** The media sources of a manifest that nobody has checked yet, so that playing need not wait for the check. */
export function rawSources({ value, baseUrl }: RawManifest): { src: string; type: string }[] {
  const sources = (value as { media?: { sources?: unknown } } | null)?.media?.sources;
  if (!Array.isArray(sources)) return [];
  return sources.flatMap((source) => {
    const src = safeUrl(source?.src, baseUrl);
    return src && typeof source.type === 'string' ? [{ src, type: source.type }] : [];
  });
}

/** Whether a text track comes from another origin: then the media has to be asked for with CORS too (HTML §4.8.11.11). */
export function rawNeedsCors({ value, baseUrl }: RawManifest): boolean {
  const tracks = (value as { media?: { tracks?: unknown } } | null)?.media?.tracks;
  return (
    Array.isArray(tracks) &&
    tracks.some((track) => new URL(safeUrl(track?.src, baseUrl) ?? location.href).origin !== location.origin)
  );
}

/** How many products an unchecked manifest lists. */
export function rawProductCount(manifest: { products?: unknown } | undefined): number {
  return Array.isArray(manifest?.products) ? manifest.products.length : 0;
}
