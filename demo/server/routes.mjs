import { join } from 'node:path';
import { readCatalogue } from '../shop/catalogue.mjs';
import { shopRoutes } from '../shop/routes.mjs';
import { shopifyRoutes } from '../shopify/routes.mjs';
import { serveFolder } from './files.mjs';

/**
 * The demo's routes, for `startServer({ routes })`: its pages at `/`, the build at `/dist/`, the film at `/media/`, the
 * shop's own backend at `/shop/` and a second shop, which speaks as Shopify does, at `/shopify/`.
 * @param folders `demo` and `dist`, absolute; `media` where the film is somewhere else
 */
export async function demoRoutes({ demo, dist, media = join(demo, 'media') }) {
  const products = await readCatalogue();
  const shop = shopRoutes(products);
  const shopify = await shopifyRoutes({ products, dist, media });
  return (app) => {
    shop(app);
    shopify(app);
    app.get('/shopify/assets/*', serveFolder(join(demo, 'shopify/assets'), { below: '/shopify/assets/' }));
    app.get('/dist/*', serveFolder(dist, { below: '/dist/' }));
    app.get('/media/*', serveFolder(media, { below: '/media/' }));
    app.get('/page/*', serveFolder(join(demo, 'page'), { below: '/page/' }));
    app.get('/insights', (context) => context.redirect('/insights.html'));
    // only pages: the demo's own sources lie beside them
    app.get('/:page{([\\w-]+\\.html)?}', serveFolder(demo, { below: '/' }));
    app.get('/favicon.ico', (context) => context.redirect('/page/icon.svg', 301));
  };
}
