import { join } from 'node:path';
import { readCatalogue } from '../shop/catalogue.mjs';
import { shopRoutes } from '../shop/routes.mjs';
import { serveFolder } from './files.mjs';

/**
 * The demo's routes, for `startServer({ routes })`: its pages at `/`, the build at `/dist/`, the film at `/media/` and
 * the shop's own backend at `/shop/`.
 * @param folders `demo` and `dist`, absolute; `media` where the film is somewhere else
 */
export async function demoRoutes({ demo, dist, media = join(demo, 'media') }) {
  const shop = shopRoutes(await readCatalogue());
  return (app) => {
    shop(app);
    app.get('/dist/*', serveFolder(dist, { below: '/dist/' }));
    app.get('/media/*', serveFolder(media, { below: '/media/' }));
    app.get('/page/*', serveFolder(join(demo, 'page'), { below: '/page/' }));
    // only pages: the demo's own sources lie beside them
    app.get('/:page{([\\w-]+\\.html)?}', serveFolder(demo, { below: '/' }));
    app.get('/favicon.ico', (context) => context.redirect('/page/icon.svg', 301));
  };
}
