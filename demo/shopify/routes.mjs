import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSessions } from '../shop/sessions.mjs';
import { shopifyManifest } from './manifest.mjs';
import { TROUBLES } from './troubles.mjs';
import { factsOf, savedOn, shelfOf } from './variants.mjs';

const ROOT = '/shopify';
const EMPTY = { currency: 'EUR', item_count: 0, total_price: 0, items: [] };
/** Longer than the player waits. */
const SILENCE_MS = 30_000;

const words = (variant) => {
  if (!variant) return 'Somebody was quicker: this has just been sold.';
  const { stock, limit = stock, title } = variant;
  return stock
    ? `You can only add ${Math.min(stock, limit)} of “${title}” to the cart.`
    : `“${title}” is already sold out.`;
};

/**
 * A shop that speaks Shopify's Ajax API below its own root, out of the conformance kit's speaker and stock room: one room
 * for each browser. `POST /shopify/trouble` spoils the next change of the cart.
 */
export async function shopifyRoutes({ products, dist, media }) {
  const kit = await import(pathToFileURL(join(dist, 'server/adapter-kit.js')).href);
  const manifest = await shopifyManifest(products, media);
  const createDesk = () =>
    kit.createDesk(
      kit.shopifyAjax(true, words),
      kit.createStockRoom(shelfOf(products), (lines) => savedOn(products, lines)),
    );
  const sessions = createSessions('shopify-cart', createDesk);

  async function serve(context) {
    const { method, path } = context.req;
    const body = method === 'POST' ? await readBody(context.req) : {};
    if (!body) return context.json({ status: 400, message: 'Bad Request', description: 'Send JSON.' }, 400);
    const answer = sessions.open(context).serve({
      method,
      path: path.slice(ROOT.length),
      headers: context.req.header(),
      body,
    });
    if (typeof answer === 'object') return reply(context, answer);
    if (answer === 'cut') context.env.incoming.socket.destroy();
    else await new Promise((resolve) => setTimeout(resolve, SILENCE_MS).unref());
    return context.body(null, 504);
  }

  return (app) => {
    app.use(`${ROOT}/*`, async (context, next) => {
      await next();
      if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
    });
    app.get(`${ROOT}/manifest.json`, (context) => context.json(manifest));
    app.get(`${ROOT}/facts/:id`, (context) => {
      const index = products.findIndex(({ id }) => id === context.req.param('id'));
      return index < 0 ? context.notFound() : context.json(factsOf(products[index], index));
    });
    app.get(`${ROOT}/cart.js`, (context) => (sessions.find(context) ? serve(context) : context.json(EMPTY)));
    app.post(`${ROOT}/cart/:change{(add|change|clear)\\.js}`, serve);
    app.get(`${ROOT}/checkout`, (context) => context.redirect('/shopify-checkout.html'));
    app.post(`${ROOT}/trouble`, async (context) => {
      const { name } = (await readBody(context.req)) ?? {};
      if (!Object.hasOwn(TROUBLES, name)) return context.json({ error: 'There is no such trouble.' }, 400);
      sessions.open(context).inject(TROUBLES[name]);
      return context.body(null, 204);
    });
  };
}

/** The object that was sent; undefined when it is anything else. */
async function readBody(request) {
  const text = await request.text();
  try {
    return Object(JSON.parse(text || '{}'));
  } catch {
    return undefined;
  }
}

/** As the kit's own server sends it: a string goes out as it stands. */
function reply(context, { status, body = null, headers }) {
  const text = typeof body === 'string' || body === null ? body : JSON.stringify(body);
  return context.body(text, status, { 'Content-Type': 'application/json', ...headers });
}
