import { randomBytes } from 'node:crypto';

/** As strict as a page with a film can be: scripts and styles by nonce alone, and no text becomes a script. */
const policy = (nonce) =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src 'self'`,
    // Media Source Extensions, and captions, have addresses of their own
    `media-src 'self' blob:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
    `report-uri /strict/reports`,
  ].join('; ');

const page = (nonce) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A strict shop</title>
<style nonce="${nonce}">
  body { margin: 0 }
  shoppable-video { display: block; width: 720px; aspect-ratio: 16/9 }
  img { width: 100%; height: auto }
</style>
<script nonce="${nonce}">
  reports = [];
  const note = ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    reports.push([effectiveDirective, blockedURI, sourceFile, lineNumber].join(' '));
  addEventListener('securitypolicyviolation', note);
  if ('ReportingObserver' in window)
    new ReportingObserver((list) => list.forEach(({ body }) => note(body)), { buffered: true, types: ['csp-violation'] }).observe();
</script>
<script type="module" nonce="${nonce}" src="/dist/shoppable-video.js"></script>
<script type="module" nonce="${nonce}" src="/dist/shelf.js"></script>
<script type="module" nonce="${nonce}" src="/dist/cart.js"></script>
<script type="module" nonce="${nonce}">
  import { cartAdapter } from '/page/cart-adapter.js';
  document.querySelector('shoppable-video').cartAdapter = cartAdapter;
</script>
<shoppable-video id="film" manifest="/media/coffee/manifest.json" engine="hls" muted beacon="/v1/beacons" consent="granted" site="strict">
  <img slot="poster" src="/media/coffee/poster.jpg" width="1280" height="720" alt="">
</shoppable-video>
<shoppable-cart for="film" compact></shoppable-cart>
<shoppable-shelf for="film" layout="rail"></shoppable-shelf>
</html>`;

/** A shop's page under a strict Content-Security-Policy at `/strict/page`, and what was reported of it at `/strict/reports`. */
export function strictPage(app) {
  let reports = [];
  app.get('/strict/page', (context) => {
    reports = [];
    const nonce = randomBytes(16).toString('base64');
    return context.html(page(nonce), 200, { 'Content-Security-Policy': policy(nonce), 'Cache-Control': 'no-store' });
  });
  app.post('/strict/reports', async (context) => {
    reports.push(await context.req.json());
    return context.body(null, 204);
  });
  app.get('/strict/reports', (context) => context.json(reports, 200, { 'Cache-Control': 'no-store' }));
}
