import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';

/**
 * Starts the project's own server with an empty data directory, which also serves the built files and the demo.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startSite() {
  const { startServer } = await import('../../dist/server/main.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'shoppable-video-test-'));
  const files = serveStatic({ root: '.' });
  const server = await startServer({
    dataDir,
    port: 0,
    routes(app) {
      app.get('/dist/*', files);
      app.get('/demo/*', files);
    },
  });
  return {
    url: server.url,
    async stop() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const FORWARDED = /^\/(v1|dist|demo|healthz)(\/|$)/;

/**
 * Hands requests for the project's own server on to it, so that a test page reaches it from its own origin.
 * @param {() => string} urlOf where the server is, once it runs
 * @returns a Koa middleware
 */
export const forwardTo = (urlOf) => (context, next) => {
  if (!FORWARDED.test(context.path)) return next();
  return new Promise((resolve, reject) => {
    const onward = request(
      new URL(context.url, urlOf()),
      { method: context.method, headers: context.headers },
      (answer) => {
        context.status = answer.statusCode;
        for (const [name, value] of Object.entries(answer.headers)) context.set(name, value);
        context.body = answer;
        resolve();
      },
    );
    onward.once('error', reject);
    context.req.pipe(onward);
  });
};
