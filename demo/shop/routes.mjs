import { createCart } from './cart.mjs';
import { factsOf } from './facts.mjs';
import { readLines } from './read-lines.mjs';
import { createSessions } from './sessions.mjs';

const EMPTY = { lines: [], count: 0, totalMinor: 0, currency: 'EUR' };

/** The demo shop's backend: products, and a cart for each browser. */
export function shopRoutes(products) {
  const sessions = createSessions('morrow-cart', () => createCart(products));

  const change = (method, least) => async (context) => {
    const lines = await readLines(context.req, least);
    if (!lines) return context.json({ error: 'Send a JSON list of lines with `productId` and `quantity`.' }, 400);
    return context.json(sessions.open(context)[method](lines));
  };

  return (app) => {
    app.use('/shop/*', async (context, next) => {
      await next();
      context.header('Cache-Control', 'no-store');
    });
    app.get('/shop/products', (context) => context.json(products));
    app.get('/shop/facts', (context) => context.json(factsOf(products, context.req.query('ids')?.split(',') ?? [])));
    app.get('/shop/cart', (context) => context.json(sessions.find(context)?.read() ?? EMPTY));
    app.post('/shop/cart/add', change('add', 1));
    app.post('/shop/cart/update', change('update', 0));
    app.post('/shop/cart/clear', (context) => {
      sessions.close(context);
      return context.json(EMPTY);
    });
  };
}
