/**
 * What the insights page looks like, against pictures that a person has looked at (see `looks.test.ts`). Its week is made up
 * anew each time, up to the hour of the test, so that days move a little and the rest does not.
 */
import { after, before, test } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';
import { tellSeason } from '../support/insights/season.mjs';
import { startSite } from '../support/site.mjs';
import { compare } from './compare.js';

const WIDTHS = [360, 768, 1440];
const LOOKS = {
  light: { lang: 'en', scheme: 'light' },
  dark: { lang: 'en', scheme: 'dark' },
  arabic: { lang: 'ar', scheme: 'light' },
};
const VIEWS = {
  overview: '#',
  video: '#view=video&video=coffee',
  experiments: '#view=experiments',
  next: '#view=next',
};
const HEIGHT = 1000;

const markup = (lang: string) => `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<style>body { margin: 16px; background: Canvas } shoppable-insights { --shoppable-font: 'DejaVu Sans', sans-serif }</style>
<script type="module" src="/dist/insights.js"></script>
<shoppable-insights manifest="/media/{video}/manifest.json"></shoppable-insights></html>`;

const folder = new URL('pictures/', import.meta.url);
const { browsers } = await findBrowsers((engine: string) => engine === 'chromium');
const skip = browsers.length ? false : 'SKIPPED: no Chromium was found to take pictures with.';
const chromium = browsers[0] as { program: string; args?: string[] } | undefined;

let browser: Browser;
let site: Awaited<ReturnType<typeof startSite>>;
before(async () => {
  if (skip) return;
  site = await startSite((app) => {
    for (const lang of ['en', 'ar']) app.get(`/looks/${lang}`, (context) => context.html(markup(lang)));
  });
  await tellSeason(site.url, { viewers: 4000 });
  const args = ['--no-sandbox', '--force-device-scale-factor=1', ...(chromium!.args ?? [])];
  browser = await puppeteer.launch({ executablePath: chromium!.program, args });
});
after(async () => {
  await browser?.close();
  await site?.stop();
});

for (const width of WIDTHS) {
  for (const [look, { lang, scheme }] of Object.entries(LOOKS)) {
    test(`insights, ${width} px, ${look}`, { skip }, async (t) => {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height: HEIGHT });
      await tab.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      for (const [view, hash] of Object.entries(VIEWS)) {
        await tab.goto(`${site.url}/looks/${lang}?${view}${hash}`);
        // a film may be on its way for as long as it likes
        await tab.waitForNetworkIdle({ idleTime: 600, concurrency: 2, timeout: 60_000 });
        await tab.waitForFunction(
          `document.querySelector('shoppable-insights')?.shadowRoot.querySelector('figure') && !document.querySelector('shoppable-insights').shadowRoot.querySelector('[aria-busy]')`,
        );
        await compare(t, tab, new URL(`insights-${view}-${look}-${width}.webp`, folder));
      }
      await tab.close();
    });
  }
}
