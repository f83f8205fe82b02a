/** Serves the built player, the demo's footage and the pages that are measured, from memory where they are made. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.vtt': 'text/vtt',
};

/**
 * @param {Record<string, string>} pages HTML by path
 * @param {Record<string, string>} headers that each page gets
 * @returns {Promise<{ url: string, close(): void }>}
 */
export function serve(pages, headers = {}) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    if (pages[path]) return response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(pages[path]);
    const file = join(root, path);
    const known = /^\/(dist|demo)\//.test(path) && existsSync(file) && statSync(file).isFile();
    if (!known) return response.writeHead(404).end();
    const { size } = statSync(file);
    const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const start = Number(from ?? 0);
    const end = to ? Number(to) : size - 1;
    response.writeHead(from ? 206 : 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      ...(from && { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    return createReadStream(file, { start, end }).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    );
  });
}
