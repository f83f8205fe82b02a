import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { type BeaconRouteParts, beaconRoute } from './collector/beacon-route.js';
import type { Projection } from './collector/projection.js';
import { type InsightsRouteParts, insightsRoute } from './insights/insights-route.js';
import { loopbackOnly } from './loopback.js';

const LARGEST_BODY = 1024 * 1024;

export interface AppParts extends BeaconRouteParts, InsightsRouteParts {
  readonly projection: Pick<Projection, 'catchUp' | 'isCaughtUp'>;
  /** Of the connection that a request came by. */
  readonly remoteAddress: (context: Context) => string | undefined;
  /** Adds the owner's own routes, behind the server's. */
  readonly routes?: (app: Hono) => void;
}

/** The server without port, environment or signals: Request in, Response out. Errors are `{ error, path }` as JSON. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  app.use('/v1/beacons', cors({ origin: '*', allowMethods: ['POST'], exposeHeaders: ['Retry-After'], maxAge: 86_400 }));
  app.post(
    '/v1/beacons',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError(context) {
        // the rest of the body stays unread, so that the connection can carry no other request
        context.header('Connection', 'close');
        const error = `The body is larger than ${LARGEST_BODY} bytes. Send smaller batches.`;
        return context.json({ error, path: '' }, 413);
      },
    }),
    beaconRoute(parts),
  );
  app.get('/healthz', (context) => context.json({ status: 'ok', caughtUp: parts.projection.isCaughtUp }));
  app.use('/v1/insights/*', loopbackOnly(parts.remoteAddress));
  app.get('/v1/insights/:metric', insightsRoute(parts));
  parts.routes?.(app);
  app.notFound((context) =>
    context.json({ error: `There is nothing at ${context.req.method} ${context.req.path}.`, path: '' }, 404),
  );
  app.onError((error, context) => {
    parts.warn(`${context.req.method} ${context.req.path} failed: ${error.stack ?? error}`);
    return context.json({ error: 'The server failed at this request.', path: '' }, 500);
  });
  return app;
}
