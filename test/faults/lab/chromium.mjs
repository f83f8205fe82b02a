/** Chromium with a profile that outlives it, so that a visitor can come back after a crash. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { delay } from './wait.mjs';

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--mute-audio'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  // several tabs at once, none of them in front: what is measured is delivery and not how a browser saves power
  ...['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
];

export const newProfile = () => mkdtempSync(join(tmpdir(), 'shoppable-faults-profile-'));
export const removeProfile = (profile) =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

/** @returns {Promise<import('puppeteer-core').Browser>} */
export const launchChromium = (chromium, { profile, args = [] } = {}) =>
  puppeteer.launch({
    executablePath: chromium.program,
    headless: true,
    userDataDir: profile,
    protocolTimeout: 120_000,
    // a page in the back/forward cache, and timers of hidden tabs, as they are for shoppers
    ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-background-timer-throttling'],
    args: [...FLAGS, ...args],
    defaultViewport: { width: 800, height: 600 },
  });

/** Kills all of the browser's processes at once, as a battery that is taken out does. */
export async function killBrowser(browser) {
  const child = browser.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // puppeteer starts the browser as the head of its own process group on Unix
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await gone;
}

/** Ends a tab's process. It gives no answer. */
export async function crashTab(tab) {
  const cdp = await tab.createCDPSession();
  await Promise.race([cdp.send('Page.crash').catch(() => {}), delay(1_000)]);
  await tab.close().catch(() => {});
}
