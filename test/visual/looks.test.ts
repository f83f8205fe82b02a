/**
 * What the player looks like, against pictures that a person has looked at: `UPDATE=1` takes them anew, and whoever does
 * so looks at them before they are committed. Chromium draws them; other machines have other fonts, so a picture is
 * compared at a quarter of its size, and a small share of it may differ.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { serve } from '../bench/site.mjs';
import { findBrowsers } from '../support/browsers.mjs';

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
/** How far two cells may be apart, of 255, and what share of them may be further. */
const APART = 40;
const SHARE = 0.03;

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

/** The share of cells that differ, as Chromium's own canvas decodes and shrinks both pictures. */
const differs = (tab: Page, a: string, b: string) =>
  tab.evaluate(
    async (sources, apart) => {
      const cells = await Promise.all(
        sources.map(async (src) => {
          const image = await createImageBitmap(await (await fetch(src)).blob());
          const canvas = new OffscreenCanvas(Math.ceil(image.width / 4), Math.ceil(image.height / 4));
          const context = canvas.getContext('2d')!;
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      const [one, other] = cells as [ImageData, ImageData];
      if (one.width !== other.width || one.height !== other.height) return 1;
      let different = 0;
      for (let i = 0; i < one.data.length; i += 4)
        if ([0, 1, 2].some((n) => Math.abs(one.data[i + n]! - other.data[i + n]!) > apart)) different += 1;
      return different / (one.data.length / 4);
    },
    [a, b],
    APART,
  );

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
        const take = async () => Buffer.from(await tab.screenshot({ type: 'webp', quality: 70 }));
        let taken = await take();
        const file = new URL(`${state}-${look}-${width}.webp`, folder);
        if (process.env.UPDATE || !existsSync(file)) {
          assert.ok(process.env.UPDATE, `there is no picture of ${state}: UPDATE=1 takes it`);
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, taken);
          continue;
        }
        const uri = (picture: Buffer) => `data:image/webp;base64,${picture.toString('base64')}`;
        let share = await differs(tab, uri(readFileSync(file)), uri(taken));
        // A computer with much to do may still be drawing.
        for (let tries = 0; share > SHARE && tries < 4; tries += 1) {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          taken = await take();
          share = await differs(tab, uri(readFileSync(file)), uri(taken));
        }
        t.diagnostic(`${state}: ${(share * 100).toFixed(2)} % differ`);
        if (share > SHARE) {
          const seen = new URL(`../../node_modules/.cache/looks/${state}-${look}-${width}.webp`, import.meta.url);
          mkdirSync(new URL('.', seen), { recursive: true });
          writeFileSync(seen, taken);
          assert.fail(`${state}: ${(share * 100).toFixed(1)} % differ; what is seen lies in ${seen.pathname}`);
        }
      }
      await tab.close();
    });
  }
}
