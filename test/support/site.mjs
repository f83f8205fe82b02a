import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { serveFolder } from '../../demo/server/files.mjs';
import { layOut } from '../release/layout.mjs';
import { strictPage } from './strict-page.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The build as that of another version: of all that there is of a version in it, only the number differs. */
async function otherVersion(context) {
  const file = new URL(`../../dist/${context.req.path.slice('/dist-other/'.length)}`, import.meta.url);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return context.notFound();
  return context.body(text.replaceAll(version, '99.0.0'), 200, { 'Content-Type': 'text/javascript' });
}

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts the project's own server with an empty data directory, which also serves the built files and the demo: as files
 * below `/demo/`, and with its pages and shops where `npm start` has them.
 * @param {(app: import('hono').Hono) => void} more routes that a suite needs beside them
 * @param {(dataDir: string) => Promise<unknown>} fill puts data there before the server opens it
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSite(more = () => {}, fill = async () => {}) {
  const { startServer } = await import('../../dist/server/main.js');
  // It takes its second shop out of the build.
  const { demoRoutes } = await import('../../demo/server/routes.mjs');
  const demo = await demoRoutes({ demo: folder('../../demo/'), dist: folder('../../dist/') });
  const cdn = await mkdtemp(join(tmpdir(), 'shoppable-video-cdn-'));
  layOut({ dist: folder('../../dist/'), into: cdn, version, base: '/cdn' });
  const dataDir = await mkdtemp(join(tmpdir(), 'shoppable-video-test-'));
  await fill(dataDir);
  const files = serveStatic({ root: '.' });
  const server = await startServer({
    dataDir,
    port: 0,
    routes(app) {
      app.get('/dist/*', files);
      app.get('/dist-other/*', otherVersion);
      app.get('/cdn/*', serveFolder(cdn, { below: '/cdn/' }));
      app.get('/demo/*', files);
      strictPage(app);
      more(app);
      demo(app);
    },
  });
  return {
    url: server.url,
    async stop() {
      await server.close();
      for (const made of [dataDir, cdn]) await rm(made, { recursive: true, force: true });
    },
  };
}

const FORWARDED =
  /^\/(v1|dist|dist-other|cdn|demo|healthz|media|page|shop|shopify|strict)(\/|$)|^\/(shopify[\w-]*|index|product|checkout|five-minutes|insights)\.html$/;

/**
 * Hands requests for the project's own server on to it, so that a test page reaches it from its own origin. Below
 * `/without/de/` the built files are there but for `de.js`.
 * @param {() => string} urlOf where the server is, once it runs
 * @returns a Koa middleware
 */
export const forwardTo = (urlOf) => (context, next) => {
  const [, lost, path] = context.path.match(/^\/without\/([\w-]+)(\/dist\/.*)$/) ?? [];
  if (lost && path.endsWith(`/${lost}.js`)) return;
  if (lost) context.url = path;
  if (!FORWARDED.test(context.path)) return next();
  // Whether a program drives the browser is said by `navigator.webdriver`, which a test can unsay.
  const headers = { ...context.headers, 'user-agent': context.get('user-agent').replace('Headless', '') };
  return new Promise((resolve) => {
    const onward = request(new URL(context.url, urlOf()), { method: context.method, headers }, (answer) => {
      resolve();
      if (answer.headers['cache-control'] === 'no-store') {
        // The test runner lets browsers keep for a year whatever has an extension, and a shop has its `cart.js`.
        context.respond = false;
        context.res.writeHead(answer.statusCode, answer.headers);
        answer.pipe(context.res);
        return;
      }
      context.status = answer.statusCode;
      for (const [name, value] of Object.entries(answer.headers)) context.set(name, value);
      context.body = answer;
    });
    // A connection that breaks there breaks here too.
    onward.once('error', () => {
      context.status = 502;
      context.req.socket.destroy();
      resolve();
    });
    context.req.pipe(onward);
  });
};
