import type { WithArm } from '../beacon/with-arm.js';
import type { ErrorCode } from '../errors.js';
import { errorOf } from '../shared/error-of.js';
import { safeUrl } from '../shared/url.js';

/** A manifest as it came, unchecked, and the URL that its relative ones are resolved against. */
export interface RawManifest {
  readonly value: unknown;
  readonly baseUrl: string;
  /** Names the arm that it is of; missing outside the analysis. */
  readonly withArm?: WithArm;
}

/**
 * Reads a manifest from where the page gave it: an object, a URL, or a child `<script type="application/json">`.
 * With a `signatureKey`, even an empty one, only a URL will do, and that which reads it is fetched first.
 * @throws ShoppableError `manifest-missing`, `manifest-unreachable`, `manifest-unsigned` or `manifest-not-json`
 */
export async function readManifest(
  element: HTMLElement & { readonly signatureKey?: string },
  given: unknown,
  signal: AbortSignal,
): Promise<RawManifest> {
  let baseUrl = element.ownerDocument.baseURI;
  if (element.signatureKey != null)
    return import('./signed-manifest.js').then((chunk) => chunk.readSigned(element, given, signal));
  if (given && typeof given === 'object') return { value: given, baseUrl };
  let code: ErrorCode = given ? 'manifest-unreachable' : 'manifest-missing';
  try {
    let text = element.querySelector('script[type="application/json"]')?.textContent;
    if (given) {
      const url = safeUrl(given, baseUrl);
      if (!url) throw 'not http(s)';
      baseUrl = url;
      const response = await fetch(baseUrl, { signal });
      if (!response.ok) throw response.status;
      text = await response.text();
    }
    if (text != null) code = 'manifest-not-json';
    return { value: JSON.parse(text!), baseUrl };
  } catch (cause) {
    throw signal.aborted ? cause : await errorOf(code, { detail: `${given}: ${cause}`, cause });
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

/** How many products an unchecked manifest lists. */
export function rawProductCount(manifest: { products?: unknown } | undefined): number {
  return Array.isArray(manifest?.products) ? manifest.products.length : 0;
}
