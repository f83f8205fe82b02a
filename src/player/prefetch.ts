/** Bodies on their way, by absolute URL. Whoever needs one takes it out. */
export type Prefetched = Map<string, Promise<ArrayBuffer>>;

/**
 * Fetches what hls.js will ask for first, while hls.js itself is still being fetched: the playlist, its first
 * rendition, that one's initialisation section and first segment (RFC 8216 §4.3.2.5, §4.3.4.2).
 * A failure is nobody's error here: hls.js asks again and reports it.
 * @param first the request for the playlist, if the page has begun it already
 */
export function prefetchHls(url: string, signal: AbortSignal, first?: Promise<ArrayBuffer>): Prefetched {
  const bodies: Prefetched = new Map();
  const get = (href: string, body = fetchBody(href, signal)) => {
    body.catch(() => bodies.delete(href));
    bodies.set(href, body);
    return body;
  };
  const follow = async () => {
    const lines = linesOf(await get(url, first));
    const rendition = lines.find((_, i) => lines[i - 1]?.startsWith('#EXT-X-STREAM-INF'));
    const listUrl = rendition ? new URL(rendition, url).href : url;
    const list = rendition ? linesOf(await get(listUrl)) : lines;
    const map = list.find((line) => line.startsWith('#EXT-X-MAP'))?.match(/URI="([^"]+)"/)?.[1];
    const segment = list.find((line) => line && !line.startsWith('#'));
    // A byte range is a part of a file: not worth a special case for the first half second.
    if (list.some((line) => line.startsWith('#EXT-X-BYTERANGE'))) return;
    for (const part of [map, segment]) if (part) void get(new URL(part, listUrl).href);
  };
  follow().catch(() => {});
  return bodies;
}

export async function fetchBody(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.arrayBuffer();
}

function linesOf(body: ArrayBuffer): string[] {
  return new TextDecoder().decode(body).split(/\r?\n/);
}
