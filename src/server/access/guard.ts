import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Settings } from '../settings/settings.js';
import { isLocal } from './loopback.js';
import { SIGNATURE_HEADER, signatureFault } from './signed.js';

export interface GuardParts {
  /** Of the connection that a request came by. */
  readonly remoteAddress: (context: Context) => string | undefined;
  /** Keys of the shop's servers; without any, only this machine may write. */
  readonly serverKeys?: readonly string[];
  /** Keys of those who may read; this machine always may. */
  readonly readKeys?: readonly string[];
  readonly settings?: Pick<Settings, 'sites'>;
  readonly now: () => number;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

const bearer = (context: Context) => /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];

/** Of digests: their comparison takes as long whatever is in them. */
const isOneOf = (keys: readonly string[], token: string) =>
  keys.some((key) => timingSafeEqual(digest(key), digest(token)));

/**
 * Lets only this machine's own requests through, and those that bring a key as `Authorization: Bearer`.
 * @param ofSites whether the key of a site will do, for the answers that the parameter `site` narrows to it
 */
export function readersOnly(
  { remoteAddress, readKeys = [], settings }: GuardParts,
  { ofSites = false } = {},
): MiddlewareHandler {
  const sites = ofSites ? Object.entries(settings?.sites ?? {}) : [];
  const hasKeys = readKeys.length > 0 || sites.some(([, site]) => site.readKeys);
  return async (context, next) => {
    const token = bearer(context);
    if (token && isOneOf(readKeys, token)) return next();
    const own = token ? sites.flatMap(([name, site]) => (isOneOf(site.readKeys ?? [], token) ? [name] : [])) : [];
    if (own.length) {
      // each time that it is named, for whoever reads the question may take any of them
      const asked = context.req.queries('site') ?? [];
      if (asked.length && asked.every((site) => own.includes(site))) return next();
      const error = `This key reads ${own.join(', ')} only. Ask with site=${own[0]}.`;
      return context.json({ error, path: 'site' }, 403);
    }
    if (isLocal(context, remoteAddress(context))) return next();
    const error = hasKeys
      ? 'Send a key of READ_KEYS, or of the site’s readKeys, as Authorization: Bearer.'
      : 'Only this machine is answered: ask http://127.0.0.1, or give the server READ_KEYS.';
    return context.json({ error, path: '' }, hasKeys ? 401 : 403);
  };
}

/** Lets only signed requests through; where no keys are, only this machine's own. */
export function serversOnly({ remoteAddress, serverKeys = [], now }: GuardParts): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    if (!serverKeys.length) {
      if (isLocal(context, remoteAddress(context))) return next();
      const error =
        'Only this machine is answered: give the server SERVER_KEYS, and sign the request with one of them.';
      return context.json({ error, path: '' }, 403);
    }
    const body = new Uint8Array(await req.arrayBuffer());
    const signed = { method: req.method, path: new URL(req.url).pathname, body };
    const error = signatureFault(req.header(SIGNATURE_HEADER), serverKeys, signed, now() / 1000);
    return error ? context.json({ error, path: '' }, 401) : next();
  };
}
