/** What `npm start` runs after the build: the shoppable-video server with the demo shop's pages in front of it. */
import { fileURLToPath } from 'node:url';
import { startServer } from '../dist/server/main.js';
import { demoRoutes } from './server/routes.mjs';
import { fillWithSeason } from './server/season.mjs';
import { readSettings } from './server/settings.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  const routes = await demoRoutes({ demo: folder('./'), dist: folder('../dist/') });
  const settings = readSettings(process.env, folder('../.data'));
  await fillWithSeason(settings.dataDir);
  const server = await startServer({ ...settings, routes });
  console.log(`The demo is at ${server.url}/`);
  const stop = () => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
