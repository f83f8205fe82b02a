import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { pressNode, readTree } from './accessible-tree.mjs';
import { startBeaconEndpoint } from './beacon-endpoint.mjs';
import { findBrowsers } from './browsers.mjs';
import { tellSeason } from './insights/season.mjs';
import { shiftTab } from './keys-command.mjs';
import { launchersFor } from './launchers.mjs';
import { reporter } from './reporter.mjs';
import { forwardTo, startSite } from './site.mjs';
import { touch } from './touch-command.mjs';

const ENGINES = process.env.ENGINES?.split(',');

/**
 * What `@web/test-runner` is told; each call for one run of it, with browsers of its own.
 * @param {string[]} files patterns, from the project's root
 * @param {{ atOnce?: number, engines?: string[] }} options how many browsers run beside each other, and which do; the
 *   environment's `ENGINES=firefox,webkit` takes precedence
 */
export async function runnerConfig(files, { atOnce = 1, engines } = {}) {
  const wanted = ENGINES ?? engines;
  const { browsers, skipped } = await findBrowsers((engine) => !wanted || wanted.includes(engine));
  const launchers = await launchersFor(browsers);
  let siteUrl;
  let endpointUrl;
  /** A shop's week, told once to the server of all tests. */
  let season;
  const stops = [];

  /** Every address that a browser has asked this server for, in order. */
  const asked = [];
  const remember = ({ url }, next) => {
    asked.push(url);
    return next();
  };

  /** Runs the project's server, and what a browser needs beside it, for as long as the tests run. */
  const surroundings = {
    name: 'surroundings',
    async serverStart() {
      const site = await startSite();
      siteUrl = site.url;
      stops.push(site.stop);
      const endpoint = await startBeaconEndpoint();
      endpointUrl = endpoint.url;
      stops.push(endpoint.stop);
      for (const { start } of launchers) if (start) stops.push(await start());
    },
    async serverStop() {
      for (const stop of stops.splice(0).reverse()) await stop();
    },
    async executeCommand({ command, payload, session }) {
      if (command === 'site-url') return siteUrl;
      if (command === 'endpoint-url') return endpointUrl;
      if (command === 'season') return (season ??= tellSeason(siteUrl, { viewers: 4000, ...payload }));
      if (command === 'touch') return touch(session, payload);
      if (command === 'accessible-tree') return readTree(session);
      if (command === 'accessible-press') return pressNode(session, payload);
      if (command === 'shift-tab') return shiftTab(session);
      if (command === 'asked') return asked.filter((url) => url.includes(payload));
      // The runner's own command for media features does not know this one.
      if (command !== 'forced-colors') return undefined;
      const cdp = await session.browser.getPage(session.id).createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: payload }] });
      return true;
    },
  };

  return {
    files,
    concurrentBrowsers: atOnce,
    rootDir: '.',
    nodeResolve: { browser: true },
    browsers: launchers.map(({ launcher }) => launcher),
    // One at a time: several pages would share the processor that a video is decoded on, and WebDriver has one window.
    concurrency: 1,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 90_000,
    testFramework: { config: { timeout: 20_000 } },
    middleware: [remember, forwardTo(() => siteUrl)],
    plugins: [
      surroundings,
      // without the configuration decorators and class fields would mean something else than in the build
      esbuildPlugin({
        ts: true,
        target: 'es2022',
        tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
      }),
    ],
    staticLogging: true,
    reporters: [reporter({ skipped })],
  };
}
