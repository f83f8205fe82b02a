/** A new Chromium with a new profile for each measured load, its processor slowed as a cheap phone's is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
  '--window-size=1366,900',
];

export const SLOWED = 4;

/** @param {(page: import('puppeteer-core').Page, metrics: () => Promise<Record<string, number>>) => Promise<T>} use */
export async function withPage(use, { slowed = SLOWED } = {}) {
  const { browsers } = await findBrowsers((engine) => engine === 'chromium');
  const [chromium] = browsers;
  if (!chromium) throw new Error('This needs a Chromium: install one, or name it in CHROME_PATH.');
  const profile = mkdtempSync(join(tmpdir(), 'shoppable-bench-'));
  const browser = await puppeteer.launch({
    executablePath: chromium.program,
    headless: true,
    userDataDir: profile,
    args: [...FLAGS, ...(chromium.args ?? [])],
    defaultViewport: { width: 1366, height: 900 },
  });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    const metrics = async () => {
      const { metrics: list } = await cdp.send('Performance.getMetrics');
      return Object.fromEntries(list.map(({ name, value }) => [name, value]));
    };
    return await use(page, metrics);
  } finally {
    await browser.close().catch(() => {});
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
