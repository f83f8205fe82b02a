/** What the rows work with: the browsers of this machine, the shop, and one collector for all that need none of their own. */
import { findBrowsers } from '../../support/browsers.mjs';
import { launchChromium } from './chromium.mjs';
import { startCollector } from './collector.mjs';
import { launchFirefox } from './firefox.mjs';
import { startSite } from './site.mjs';
import { launchWebKit } from './webkit.mjs';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit };

/** @param {{ seed: number, scale: number, log: (line: string) => void, engines?: string[] }} options all engines by default */
export async function openLab({ seed, scale, log, engines }) {
  const { browsers, skipped } = await findBrowsers((engine) => !engines || engines.includes(engine));
  const programs = Object.fromEntries(browsers.map((browser) => [browser.engine, browser]));
  const site = await startSite();
  const launched = new Map();
  return {
    seed,
    scale,
    log,
    site,
    programs,
    skipped,
    /** How many of the full size this run does: at least `least`. */
    sized: (full, least = 1) => Math.max(least, Math.round(full * scale)),
    /** One browser of an engine for the whole run; undefined where there is none. */
    browser(engine = 'chromium') {
      if (!programs[engine]) return undefined;
      if (!launched.has(engine)) launched.set(engine, LAUNCH[engine](programs[engine]));
      return launched.get(engine);
    },
    startCollector,
    async close() {
      for (const browser of launched.values()) await (await browser).close().catch(() => {});
      site.close();
    },
  };
}
