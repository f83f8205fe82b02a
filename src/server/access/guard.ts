import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { isLocal } from './loopback.js';
import { SIGNATURE_HEADER, signatureFault } from './signed.js';

export interface GuardParts {
  /** Of the connection that a request came by. */
  readonly remoteAddress: (context: Context) => string | undefined;
  /** Keys of the shop's servers; without any, only this machine may write. */
  readonly serverKeys?: readonly string[];
  /** Keys of those who may read; this machine always may. */
  readonly readKeys?: readonly string[];
  readonly now: () => number;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Lets only this machine's own requests through, and those that bring a key as `Authorization: Bearer`. */
export function readersOnly({ remoteAddress, readKeys = [] }: GuardParts): MiddlewareHandler {
  return async (context, next) => {
    const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    // of digests: their comparison takes as long whatever is in them
    if (token && readKeys.some((key) => timingSafeEqual(digest(key), digest(token)))) return next();
    if (isLocal(context, remoteAddress(context))) return next();
    const error = readKeys.length
      ? 'Send a key of READ_KEYS as Authorization: Bearer.'
      : 'Only this machine is answered: ask http://127.0.0.1, or give the server READ_KEYS.';
    return context.json({ error, path: '' }, readKeys.length ? 401 : 403);
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
