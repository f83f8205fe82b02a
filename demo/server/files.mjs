import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { codingFor, compressed } from './compressed.mjs';
import { byteRange } from './range.mjs';
import { isText, typeOf } from './types.mjs';

/** The file that a path of the URL means; undefined when it would leave the folder or is hidden. */
function pathWithin(root, urlPath) {
  let name;
  try {
    name = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const parts = name.split('/');
  if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return undefined;
  return join(root, name.endsWith('/') || !name ? `${name}index.html` : name);
}

/**
 * Answers with the files of a folder: with an ETag, byte ranges for media, and text compressed.
 * @param root absolute
 * @param options.below what the URL's path has before the file's
 */
export function serveFolder(root, { below }) {
  return async (context, next) => {
    const path = pathWithin(root, new URL(context.req.url).pathname.slice(below.length));
    const type = path && typeOf(path);
    const found = type && (await stat(path).catch(() => undefined));
    if (!found?.isFile()) return next();

    const version = `${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}`;
    const text = isText(path);
    const coding = text ? codingFor(context.req.header('accept-encoding')) : undefined;
    const etag = `"${version}${coding ? `-${coding}` : ''}"`;
    const headers = {
      'Content-Type': type,
      // names carry no hash, so that text is asked for again each time; a film is not edited that often
      'Cache-Control': text ? 'no-cache' : 'public, max-age=600',
      ETag: etag,
      'X-Content-Type-Options': 'nosniff',
      ...(text ? { Vary: 'Accept-Encoding' } : { 'Accept-Ranges': 'bytes' }),
    };
    if (context.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
    const isHead = context.req.method === 'HEAD';
    if (coding) {
      const bytes = await compressed(path, coding, version);
      const length = String(bytes.length);
      return new Response(isHead ? null : bytes, {
        headers: { ...headers, 'Content-Encoding': coding, 'Content-Length': length },
      });
    }
    const ifRange = context.req.header('if-range');
    const range =
      text || (ifRange && ifRange !== etag) ? undefined : byteRange(context.req.header('range'), found.size);
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${found.size}` } });
    }
    const { first, last } = range ?? { first: 0, last: found.size - 1 };
    headers['Content-Length'] = String(last - first + 1);
    if (range) headers['Content-Range'] = `bytes ${first}-${last}/${found.size}`;
    const body = isHead || !found.size ? null : Readable.toWeb(createReadStream(path, { start: first, end: last }));
    return new Response(body, { status: range ? 206 : 200, headers });
  };
}
