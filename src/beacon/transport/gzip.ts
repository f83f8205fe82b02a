/** Below this, gzip saves less than a packet, and the page's processor would work for nothing. */
const PAYS_FROM_BYTES = 1024;

/** What each endpoint says that it takes. Only for this page: an endpoint that changes its mind is asked anew. */
const takes = new Map<string, boolean>();

/**
 * Notes the `Accept-Encoding` of an answer, by which a server says what requests may be encoded with (RFC 7694). Another
 * origin has to expose that header; an answer without it changes nothing.
 */
export function noteEncodings(url: string, accepted: string | null): void {
  if (accepted !== null && takes.get(url) !== false)
    takes.set(url, /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted));
}

/** It refused a compressed body: it gets none any more. */
export const refuseGzip = (url: string): void => void takes.set(url, false);

/**
 * The body compressed, typed as text and without a `Content-Encoding`: that header would make each request ask first
 * (CORS preflight), and two bytes at the beginning say the same (RFC 1952 §2.3.1).
 */
export function gzip(url: string, body: string): Promise<Blob> | undefined {
  if (!takes.get(url) || body.length < PAYS_FROM_BYTES || !globalThis.CompressionStream) return undefined;
  const packed = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).arrayBuffer().then((bytes) => new Blob([bytes], { type: 'text/plain;charset=UTF-8' }));
}
