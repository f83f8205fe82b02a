import type { Context, MiddlewareHandler } from 'hono';

const ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** What a proxy on this machine adds for a client elsewhere. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/**
 * Lets only this machine's own requests through, and answers 403 to others. The host is asked too: a page elsewhere can
 * have its own name resolve to 127.0.0.1 and read the answer ("DNS rebinding").
 * @param remoteAddress of the connection
 */
export function loopbackOnly(remoteAddress: (context: Context) => string | undefined): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const isLocal =
      ADDRESS.test(remoteAddress(context) ?? '') &&
      HOST.test(req.header('host') ?? new URL(req.url).host) &&
      !FORWARDED.some((name) => req.header(name) !== undefined);
    if (isLocal) return next();
    return context.json({ error: 'Insights are answered to this machine only: ask http://127.0.0.1.', path: '' }, 403);
  };
}
