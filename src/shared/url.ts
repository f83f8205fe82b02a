/**
 * The absolute form of a URL that may be followed or loaded: http, https, or a place in this same document.
 * Everything else (javascript:, data:, blob:, file:, …) gives undefined. Each sink asks again: a manifest is not trusted.
 */
export function safeUrl(
  value: unknown,
  base: string = globalThis.document?.baseURI ?? 'http://localhost/',
): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
