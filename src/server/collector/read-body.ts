import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

/** The bytes of a request as they come. Node's own stream when there is one: a web stream around it costs ten times as much. */
function chunksOf(context: Context): AsyncIterable<Uint8Array> {
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (incoming) return { [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false }) };
  const { body } = context.req.raw;
  return body ? { [Symbol.asyncIterator]: () => body.values({ preventCancel: true }) } : (async function* () {})();
}

/**
 * Reads a body, no further than its limit.
 * @param enter told of each piece that has come; false ends it
 * @returns `too-large`, `no-room`: the rest is unread; `broken`: it did not arrive in full
 */
export async function readBody(
  context: Context,
  maxBytes: number,
  enter: (bytes: number) => boolean,
): Promise<Buffer | 'too-large' | 'no-room' | 'broken'> {
  if (Number(context.req.header('content-length')) > maxBytes) return 'too-large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(context)) {
      if (!enter(chunk.length)) return 'no-room';
      length += chunk.length;
      if (length > maxBytes) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks, length);
}
