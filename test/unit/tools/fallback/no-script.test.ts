import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { renderFallback } from '../../../../src/tools/fallback/index.js';
import { findBrowsers } from '../../../support/browsers.mjs';

const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json', jpg: 'image/jpeg' };
const { browsers, skipped } = await findBrowsers((engine) => engine === 'chromium');
const [chromium] = browsers;

/** The demo's film as a server's template would have it, with all that belongs to it. */
function startShop() {
  const server = createServer(({ url = '' }, response) => {
    const { pathname, origin } = new URL(url, `http://${response.req.headers.host}`);
    if (pathname === '/') {
      const manifest = readFileSync('demo/media/coffee/manifest.json', 'utf8');
      const film = renderFallback(manifest, {
        manifestUrl: '/demo/media/coffee/manifest.json',
        pageUrl: `${origin}/`,
        uploadDate: '2026-05-01',
      });
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Coffee</title><body><h1>Coffee</h1>${film}<p id="after">after</p><script type="module" src="/dist/shoppable-video.js"></script>`,
      );
      return;
    }
    const file = createReadStream(`.${pathname}`).once('error', () => response.writeHead(404).end());
    response.setHeader('content-type', TYPES[pathname.split('.').at(-1)!] ?? 'application/octet-stream');
    // The script comes late, so that there is something to see before it.
    setTimeout(() => file.pipe(response), pathname.endsWith('/shoppable-video.js') ? 700 : 0);
  });
  return new Promise<{ url: string; stop(): void }>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({ url: `http://127.0.0.1:${port}/`, stop: () => server.close().closeAllConnections() as never });
    }),
  );
}

describe('a page with a fallback, in Chromium', { skip: !chromium && skipped.join(' ') }, () => {
  let [browser, shop]: [Browser?, Awaited<ReturnType<typeof startShop>>?] = [];
  before(async () => {
    shop = await startShop();
    browser = await puppeteer.launch({
      executablePath: (chromium as { program: string }).program,
      headless: true,
      args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      defaultViewport: { width: 1000, height: 900 },
    });
  });
  after(async () => {
    await browser?.close();
    shop?.stop();
  });
  const open = async (prepare?: (page: Page) => Promise<unknown>) => {
    const page = await browser!.newPage();
    await prepare?.(page);
    await page.goto(shop!.url, { waitUntil: 'load' });
    return page;
  };

  it('shows poster and links with JavaScript turned off, and they lead to the products', async () => {
    const page = await open((fresh) => fresh.setJavaScriptEnabled(false));
    const poster = await (await page.$('img[slot=poster]'))!.boundingBox();
    assert.ok(poster && Math.abs(poster.width / poster.height - 16 / 9) < 0.01, JSON.stringify(poster));
    const links = await page.$$('.shoppable-fallback li a');
    assert.equal(links.length, JSON.parse(readFileSync('demo/media/coffee/manifest.json', 'utf8')).products.length);
    for (const link of links) {
      assert.ok(await link.isVisible());
      assert.ok((await link.boundingBox())!.y >= poster.y + poster.height);
    }
    const [answer] = await Promise.all([page.waitForNavigation(), links[0]!.click()]);
    assert.equal(new URL(answer!.url()).search, '?id=coffee-maker');
    await page.close();
  });

  it('is taken over with a layout shift of nothing', async () => {
    const page = await open((fresh) =>
      fresh.evaluateOnNewDocument(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      }),
    );
    await page.waitForFunction(() =>
      document.querySelector('shoppable-video')?.shadowRoot?.querySelector('[part=product-count]'),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const found = await page.evaluate(() => ({
      shifts: (window as unknown as { shifts: number[] }).shifts,
      size: document.querySelector('shoppable-video')!.getBoundingClientRect().height,
      list: document.querySelector<HTMLElement>('.shoppable-fallback')!.offsetParent === null,
    }));
    assert.deepEqual(found.shifts, []);
    assert.ok(found.size > 500 && found.list);
    await page.close();
  });

  it('shows the links over the poster when the script cannot be had', async () => {
    const page = await open(async (fresh) => {
      await fresh.setRequestInterception(true);
      fresh.on('request', (request) => (/\/dist\//.test(request.url()) ? request.abort() : request.continue()));
    });
    const link = (await page.$('.shoppable-fallback li a'))!;
    assert.equal(await link.isVisible(), false);
    // Nearly ten seconds later.
    await page.$eval('.shoppable-fallback', (list) => {
      list.getAnimations()[0]!.currentTime = 9_900;
    });
    await page.waitForSelector('.shoppable-fallback li a', { visible: true, timeout: 5_000 });
    const below = await page.$eval('#after', (element) => element.getBoundingClientRect().top);
    assert.ok((await link.boundingBox())!.y < below, 'over the poster');
    await page.close();
  });
});
