import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { freePort, startWebKit } from './webkit.mjs';

/** Nothing of its own on the network, and no graphics processor: what is measured is the page. */
const CHROMIUM_ARGS =
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

function chromium({ program }) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launcher = chromeLauncher({
    launchOptions: { executablePath: program, args: [...CHROMIUM_ARGS.split(' '), ...asRoot] },
  });
  launcher.name = 'Chromium';
  return { launcher };
}

function firefox({ program }) {
  const launcher = chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: program,
      // for the accessible tree, which the window around the page knows
      args: ['--remote-allow-system-access'],
      // a test of playback is not one of the autoplay policy
      extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
    },
  });
  launcher.name = 'Firefox';
  return { launcher };
}

/** How long WebKit may take to open a page, or to answer, in ms: two tries fit into what the runner gives a browser. */
const ANSWER_MS = 20_000;

async function webkit(browser) {
  const port = await freePort();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    connectionRetryTimeout: ANSWER_MS,
    connectionRetryCount: 0,
    capabilities: {
      browserName: 'MiniBrowser',
      // what a test's own page waits for is its own affair
      pageLoadStrategy: 'eager',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser.program, args: ['--automation'] },
    },
  });
  let driver;
  const { initialize } = launcher;
  launcher.initialize = async (config) => {
    await initialize.call(launcher, config);
    launcher.name = 'WebKitGTK';
  };
  const open = async (id, url) => {
    await launcher.ensureManagerInitialized();
    await launcher.driverManager.startSession(id, url);
  };
  // The package's own does not wait for the page: a driver that hung was an error that nobody caught, and ended the run.
  launcher.startSession = async (id, url) => {
    try {
      await open(id, url);
    } catch (error) {
      console.log(`WebKitGTK opened no page and is started anew: ${error.message}`);
      clearInterval(launcher.pendingHeartbeat);
      launcher.driver = launcher.driverManager = launcher.__managerPromise = undefined;
      await driver.restart();
      await open(id, url);
    }
  };
  return {
    launcher,
    async start() {
      driver = await startWebKit(browser, port);
      return driver.stop;
    },
  };
}

const MAKERS = { chromium, firefox, webkit };

/**
 * One launcher for each browser, and what must run beside it.
 * @param {import('./browsers.mjs').Browser[]} browsers
 * @returns {Promise<{ launcher: object, start?: () => Promise<() => Promise<void>> }[]>} `start` returns its stop
 */
export const launchersFor = (browsers) =>
  Promise.all(
    browsers.map(async (browser) => {
      const made = await MAKERS[browser.engine](browser);
      made.launcher.engine = browser.engine;
      return made;
    }),
  );
