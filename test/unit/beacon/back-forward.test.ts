import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { withPage } from '../../bench/browser.mjs';
import { serve } from '../../bench/site.mjs';
import { startBeaconEndpoint } from '../../support/beacon-endpoint.mjs';
import { findBrowsers } from '../../support/browsers.mjs';

// A page in a frame is never kept for the way back, so this needs a window of its own.
const { browsers } = await findBrowsers((engine: string) => engine === 'chromium');

const pageFor = (beacon: string) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script>addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });</script>
<shoppable-video beacon="${beacon}" consent="granted"><script type="application/json">{ "version": 1, "id": "film",
"title": "Film", "media": { "sources": [{ "src": "/none.mp4", "type": "video/mp4" }] }, "products": [] }</script>
</shoppable-video><script type="module" src="/dist/shoppable-video.js"></script>`;

/** Two products are opened, without waiting for anything. */
const happen = (tab: Page) =>
  tab.evaluate(() => {
    const player = document.querySelector('shoppable-video')!;
    for (let i = 0; i < 2; i += 1)
      player.dispatchEvent(Object.assign(new Event('shoppable-product-opened'), { productId: 'mug' }));
  });

let receiver: { url: string; stop(): Promise<void> };
before(async () => {
  receiver = await startBeaconEndpoint();
});
after(() => receiver.stop());

test('a page that is left sends at once; Chromium keeps it for the way back, and then it goes on', {
  skip: !browsers.length && 'no Chromium',
}, async () => {
  const beacon = `${receiver.url}/film`;
  const arrived = async (count: number) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const came = (await (await fetch(beacon)).json()) as { events: { type: string; eventId: string }[] }[];
      const views = came.flatMap(({ events }) => events).filter(({ type }) => type === 'product_view');
      const once = new Set(views.map(({ eventId }) => eventId));
      if (once.size === count) return views.length;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return 0;
  };
  const site = await serve({ '/': pageFor(beacon), '/elsewhere': '<title>Elsewhere</title>' });
  await withPage(async (tab: Page) => {
    await tab.goto(site.url, { waitUntil: 'load' });
    await tab.evaluate(async () => {
      await customElements.whenDefined('shoppable-video');
      await document.querySelector('shoppable-video')!.flush();
    });
    await happen(tab);
    await tab.goto(`${site.url}/elsewhere`);
    assert.ok(await arrived(2), 'both, though the page is gone');
    await tab.goBack();
    assert.equal(await tab.evaluate(() => (window as { persisted?: boolean }).persisted), true);
    await happen(tab);
    assert.equal(await arrived(4), 4, 'each once');
  });
  site.close();
});
