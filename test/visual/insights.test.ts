/**
 * What the insights page looks like, against pictures that a person has looked at (see `looks.test.ts`): the latest four
 * weeks of a season that is the same on every day on which somebody looks.
 */
import { after, before, test } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';
import { startSite } from '../support/site.mjs';
import { compare } from './compare.js';

const WIDTHS = [360, 768, 1440];
const LOOKS = {
  light: { lang: 'en', scheme: 'light' },
  dark: { lang: 'en', scheme: 'dark' },
  arabic: { lang: 'ar', scheme: 'light' },
};
const DAYS = '#from=2026-10-04&to=2026-10-31';
const VIEWS = {
  overview: DAYS,
  video: `${DAYS}&view=video&video=coffee`,
  experiments: `${DAYS}&view=experiments`,
  money: `${DAYS}&view=money`,
  next: `${DAYS}&view=next`,
};
const SEASON = { viewers: 2400, endMs: Date.parse('2026-11-01T00:00:00Z') };
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
  const { loadSeason } = await import('../../dist/server/load-season.js');
  site = await startSite(
    (app) => {
      for (const lang of ['en', 'ar']) app.get(`/looks/${lang}`, (context) => context.html(markup(lang)));
    },
    (dataDir) => loadSeason({ dataDir }, SEASON),
  );
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
        await tab.waitForNetworkIdle({ idleTime: 600, concurrency: 2, timeout: 10_000 }).catch(() => {});
        await tab.waitForFunction(
          `document.querySelector('shoppable-insights')?.shadowRoot.querySelector('figure') && !document.querySelector('shoppable-insights').shadowRoot.querySelector('[aria-busy]')`,
          { timeout: 60_000 },
        );
        await compare(t, tab, new URL(`insights-${view}-${look}-${width}.webp`, folder));
      }
      await tab.close();
    });
  }
}
