/** The shop: a page, the built player below `/dist/`, and the same as another version below `/dist-other/`. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const fileAt = (path) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined);

function page({ searchParams }) {
  const dist = searchParams.get('dist') ?? 'dist';
  const policy = searchParams.get('connect');
  const csp = policy === null ? '' : `<meta http-equiv="content-security-policy" content="connect-src ${policy}">`;
  const patch = searchParams.get('patch') ?? '';
  return `<!doctype html><meta charset="utf-8">${csp}<link rel="icon" href="data:,"><title>Shop</title><body>
<script>${patch}</script><script type="module" src="/${dist}/shoppable-video.js"></script><script type="module" src="/page.js"></script>`;
}

function find(url) {
  const path = normalize(decodeURIComponent(url.pathname));
  if (path === '/page') return { type: 'text/html', text: page(url) };
  if (path === '/away')
    return { type: 'text/html', text: '<!doctype html><title>Away</title><link rel="icon" href="data:,">' };
  if (path === '/page.js')
    return { type: TYPES['.js'], text: fileAt(fileURLToPath(new URL('page.js', import.meta.url))) };
  const [, folder, rest] = /^\/(dist|dist-other)\/(.+)$/.exec(path) ?? [];
  const text = folder && fileAt(join(root, 'dist', rest));
  return { type: TYPES[extname(path)], text: folder === 'dist-other' ? text?.replaceAll(version, '99.0.0') : text };
}

/** @returns {Promise<{ url: string, page: (options: Record<string, string>) => string, close(): void }>} */
export function startSite() {
  const server = createServer((request, response) => {
    const { type, text } = find(new URL(request.url, 'http://localhost'));
    if (text === undefined) return response.writeHead(404).end();
    // may be taken back from the back/forward cache, and is otherwise loaded anew
    return response.writeHead(200, { 'content-type': `${type};charset=utf-8`, 'cache-control': 'no-cache' }).end(text);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${server.address().port}`;
      resolve({
        url,
        page: (options) => `${url}/page?${new URLSearchParams(options)}`,
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
