import type { Context } from 'hono';

const ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** What a proxy on this machine adds for a client elsewhere. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => ADDRESS.test(address);

/**
 * Whether a request is this machine's own. The host is asked too: a page elsewhere can have its own name resolve to
 * 127.0.0.1 and read the answer ("DNS rebinding").
 * @param remoteAddress of the connection
 */
export function isLocal({ req }: Context, remoteAddress: string | undefined): boolean {
  return (
    isLoopback(remoteAddress ?? '') &&
    HOST.test(req.header('host') ?? new URL(req.url).host) &&
    !FORWARDED.some((name) => req.header(name) !== undefined)
  );
}
