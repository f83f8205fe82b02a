import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { type GuardParts, readersOnly, serversOnly } from './access/guard.js';
import { type BeaconRouteParts, beaconRoute } from './collector/beacon-route.js';
import type { Intake } from './collector/intake.js';
import { type EraseRouteParts, eraseRoute } from './erase/erase-route.js';
import { catalogueRoute, type InsightsRouteParts, insightsRoute } from './insights/insights-route.js';
import { videosRoute } from './insights/videos-route.js';
import { openapiRoute } from './openapi/document.js';
import { catalogRoute } from './orders/catalog-route.js';
import { orderRoute } from './orders/order-route.js';
import { refundRoute } from './orders/refund-route.js';
import { shopify } from './orders/shopify.js';
import type { OrderRouteParts } from './orders/tell.js';
import { webhookRoute } from './orders/webhook-route.js';
import { woocommerce } from './orders/woocommerce.js';
import type { Contacts } from './recovery/contacts/contacts.js';
import { contactsRoute, deleteContactRoute } from './recovery/contacts/contacts-route.js';
import { type RecoveryRouteParts, recoveryRoute } from './recovery/recovery-route.js';
import { type ReplayRouteParts, replayRoute } from './rejected/replay-route.js';
import type { StoreClient } from './store/open-store.js';

export interface AppParts
  extends BeaconRouteParts,
    InsightsRouteParts,
    ReplayRouteParts,
    RecoveryRouteParts,
    Omit<EraseRouteParts, 'store'>,
    OrderRouteParts,
    Omit<GuardParts, 'settings'> {
  readonly store: Pick<StoreClient, 'query' | 'dialect' | 'catchUp' | 'isCaughtUp'>;
  readonly intake: Intake;
  readonly contacts: Pick<Contacts, 'add' | 'remove'>;
  readonly remoteAddress: (context: Context) => string | undefined;
  readonly now: () => number;
  /** Adds the owner's own routes, behind the server's. */
  readonly routes?: (app: Hono) => void;
}

/** Of what orders the server to do something. */
const LARGEST_ORDER = 64 * 1024;

/** The server without port, environment or signals: Request in, Response out. Errors are `{ error, path }` as JSON. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  const exposeHeaders = ['Retry-After', 'Accept-Encoding'];
  app.use('/v1/beacons', cors({ origin: '*', allowMethods: ['POST'], exposeHeaders, maxAge: 86_400 }));
  app.post('/v1/beacons', beaconRoute(parts));
  app.get('/healthz', (context) => context.json({ status: 'ok', caughtUp: parts.store.isCaughtUp }));
  app.get('/openapi.json', openapiRoute);
  app.use('/v1/insights/*', readersOnly(parts, { ofSites: true }));
  app.get('/v1/insights', catalogueRoute(parts));
  app.get('/v1/insights/:metric', insightsRoute(parts));
  app.get('/v1/recovery', readersOnly(parts, { ofSites: true }), recoveryRoute(parts));
  app.use('/v1/videos', readersOnly(parts, { ofSites: true }));
  app.get('/v1/videos', videosRoute(parts));
  app.use('/metrics', readersOnly(parts));
  app.get('/metrics', async (context) => {
    context.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return context.body(await parts.metrics.registry.text());
  });
  const orderLimit = bodyLimit({
    maxSize: LARGEST_ORDER,
    onError: (context) => {
      context.header('Connection', 'close');
      return context.json({ error: `The body is larger than ${LARGEST_ORDER} bytes.`, path: '' }, 413);
    },
  });
  app.post('/v1/erase', orderLimit, serversOnly(parts), eraseRoute(parts));
  const largest = bodyLimit({
    maxSize: parts.settings.limits.decodedBytes,
    onError: (context) => {
      context.header('Connection', 'close');
      const error = `The body is larger than ${parts.settings.limits.decodedBytes} bytes. Send fewer at a time.`;
      return context.json({ error, path: '' }, 413);
    },
  });
  app.post('/v1/orders', largest, serversOnly(parts), orderRoute(parts));
  app.post('/v1/refunds', largest, serversOnly(parts), refundRoute(parts));
  app.post('/v1/catalog', largest, serversOnly(parts), catalogRoute(parts));
  app.post('/v1/webhooks/shopify', largest, webhookRoute(parts, shopify));
  app.post('/v1/webhooks/woocommerce', largest, webhookRoute(parts, woocommerce));
  app.post('/v1/contacts', largest, serversOnly(parts), contactsRoute(parts));
  app.delete('/v1/contacts/:viewerId', orderLimit, serversOnly(parts), deleteContactRoute(parts));
  app.post('/v1/rejected/replay', orderLimit, serversOnly(parts), replayRoute(parts));
  parts.routes?.(app);
  app.notFound((context) => {
    const error = `There is nothing at ${context.req.method} ${context.req.path}. GET /openapi.json tells what there is.`;
    return context.json({ error, path: '' }, 404);
  });
  app.onError((error, context) => {
    parts.warn(`${context.req.method} ${context.req.path} failed: ${error.stack ?? error}`);
    return context.json({ error: 'The server failed at this request.', path: '' }, 500);
  });
  return app;
}
