import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bringChromium } from './bundled-chromium.mjs';

/**
 * The browsers that tests can run in, on this machine. Nothing outside the project's own cache is ever changed.
 * @typedef {{ engine: 'chromium' | 'firefox', program: string }
 *   | { engine: 'webkit', driver: string, program: string, screen: string }} Browser
 */

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

/** Paths below `root` that match `parts`, each a name or a pattern for one; the newest version first. */
function below(root, ...parts) {
  let paths = [root];
  for (const part of parts) {
    paths = paths.flatMap((path) => {
      if (typeof part === 'string') return [join(path, part)];
      if (!existsSync(path)) return [];
      const names = readdirSync(path).filter((name) => part.test(name));
      return names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((name) => join(path, name));
    });
  }
  return paths;
}

const first = (paths) => paths.find((path) => path && isProgram(path));

const CHROMIUM_NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const CHROMIUM_PLACES = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function playwrightCaches() {
  const own = process.env.PLAYWRIGHT_BROWSERS_PATH;
  return [own, join(homedir(), '.cache/ms-playwright'), join(homedir(), 'Library/Caches/ms-playwright')].filter(
    Boolean,
  );
}

function findChromium() {
  const cached = playwrightCaches().flatMap((cache) => [
    ...below(cache, /^chromium-\d+$/, /^chrome-linux/, 'chrome'),
    ...below(cache, /^chromium-\d+$/, /^chrome-mac/, 'Chromium.app/Contents/MacOS/Chromium'),
  ]);
  return first([process.env.CHROME_PATH, ...onPath(CHROMIUM_NAMES), ...CHROMIUM_PLACES, ...cached]);
}

const findFirefox = () =>
  first([
    process.env.FIREFOX_PATH,
    ...onPath(['firefox-esr', 'firefox']),
    '/usr/lib/firefox-esr/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);

/** The driver, the browser that it drives and the screen that this browser needs; those that are missing by name. */
function findWebKit() {
  const found = {
    driver: first(onPath(['WebKitWebDriver'])),
    program: first(
      ['/usr/lib', '/usr/lib64', '/usr/libexec'].flatMap((root) => [
        ...below(root, /^webkit(2gtk|gtk)-/, 'MiniBrowser'),
        ...below(root, /-linux-gnu$/, /^webkit(2gtk|gtk)-/, 'MiniBrowser'),
      ]),
    ),
    screen: first(onPath(['Xvfb'])),
  };
  const missing = [
    ['driver', 'WebKitWebDriver'],
    ['program', 'MiniBrowser'],
    ['screen', 'Xvfb'],
  ].flatMap(([key, name]) => (found[key] ? [] : [name]));
  return { found, missing };
}

/**
 * Finds an engine each of Chromium, Firefox and WebKit. Chromium is brought from npm where there is none.
 * @param {(engine: string) => boolean} wanted
 * @returns {Promise<{ browsers: Browser[], skipped: string[] }>} `skipped` are sentences that name the cure
 */
export async function findBrowsers(wanted = () => true) {
  const browsers = [];
  const skipped = [];
  if (wanted('chromium')) {
    const program = findChromium();
    if (program) browsers.push({ engine: 'chromium', program });
    else {
      await bringChromium().then(
        (brought) => browsers.push({ engine: 'chromium', program: brought }),
        (error) =>
          skipped.push(`Chromium: none found, and none could be brought from npm (${error.message}). Set CHROME_PATH.`),
      );
    }
  }
  if (wanted('firefox')) {
    const program = findFirefox();
    if (program) browsers.push({ engine: 'firefox', program });
    else skipped.push('Firefox: not found. Install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.');
  }
  if (wanted('webkit')) {
    const { found, missing } = findWebKit();
    if (!missing.length) browsers.push({ engine: 'webkit', ...found });
    else skipped.push(`WebKit: no ${missing.join(', no ')}. On Debian: apt-get install webkit2gtk-driver xvfb.`);
  }
  return { browsers, skipped };
}
