/**
 * What the player looks like, against pictures that a person has looked at: `UPDATE=1` takes them anew, and whoever does
 * so looks at them before they are committed. Chromium draws them; other machines have other fonts, so a picture is
 * compared at a quarter of its size, and a small share of it may differ.
 */
import { after, before, test } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { serve } from '../bench/site.mjs';
import { findBrowsers } from '../support/browsers.mjs';
import { compare } from './compare.js';

const WIDTHS = [280, 360, 768, 1440];
const LOOKS = {
  light: { lang: 'en', features: [{ name: 'prefers-color-scheme', value: 'light' }] },
  dark: { lang: 'en', features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  arabic: { lang: 'ar', features: [{ name: 'prefers-color-scheme', value: 'light' }] },
  forced: { lang: 'en', features: [{ name: 'forced-colors', value: 'active' }] },
};
/** What is brought about, one after the other, in a page whose film stands at a second. */
const STATES: Record<string, string> = {
  paused: '',
  scene: `player.shadowRoot.querySelector('[part=scene-toggle]').click()`,
  card: `player.openProduct('mug')`,
};
const page = (lang: string) => `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<style>body { margin: 0; background: Canvas } shoppable-video { --shoppable-font: 'DejaVu Sans', sans-serif }</style>
<script type="module" src="/dist/shoppable-video.js"></script>
<shoppable-video manifest="/demo/media/coffee/manifest.json" engine="hls" muted autoplay start="8"></shoppable-video></html>`;

const folder = new URL('pictures/', import.meta.url);
const { browsers } = await findBrowsers((engine: string) => engine === 'chromium');
const skip = browsers.length ? false : 'SKIPPED: no Chromium was found to take pictures with.';

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const chromium = browsers[0] as { program: string; args?: string[] } | undefined;
before(async () => {
  if (skip) return;
  site = await serve({ '/en': page('en'), '/ar': page('ar') });
  browser = await puppeteer.launch({
    executablePath: chromium!.program,
    args: [
      '--no-sandbox',
      '--autoplay-policy=no-user-gesture-required',
      '--force-device-scale-factor=1',
      ...(chromium!.args ?? []),
    ],
  });
});
after(async () => {
  await browser?.close();
  site?.close();
});

for (const width of WIDTHS) {
  for (const [look, { lang, features }] of Object.entries(LOOKS)) {
    test(`${width} px, ${look}`, { skip }, async (t) => {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height: Math.max(480, Math.round((width * 9) / 16)) });
      const cdp = await tab.createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', {
        features: [...features, { name: 'prefers-reduced-motion', value: 'reduce' }],
      });
      await tab.goto(`${site.url}/${lang}`);
      await tab.waitForFunction(`document.querySelector('shoppable-video')?.currentTime > 8.1`, { timeout: 30_000 });
      await tab.evaluate(`player = document.querySelector('shoppable-video'); player.pause(); player.currentTime = 9`);
      await tab.waitForFunction(
        `player.state.get().scene.length && player.shadowRoot.querySelector('.mark, [part=marker]')`,
      );
      for (const [state, action] of Object.entries(STATES)) {
        await tab.evaluate(action);
        await tab.waitForNetworkIdle({ idleTime: 400 });
        await compare(t, tab, new URL(`${state}-${look}-${width}.webp`, folder));
      }
      await tab.close();
    });
  }
}
