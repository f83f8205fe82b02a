import type { Settings } from '../settings/settings.js';

/** Why a batch may not come in. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly error: string;
  readonly path: string;
}

interface Sender {
  readonly site: string;
  readonly writeKey?: string;
  /** The `Origin` header: a page cannot lie about it, a program can. */
  readonly origin: string | undefined;
}

/** Whether a sender may write to its site; undefined when it may. */
export function refuseSender(sites: Settings['sites'], { site, writeKey, origin }: Sender): Refusal | undefined {
  if (!sites) return undefined;
  const known = Object.hasOwn(sites, site) ? sites[site] : undefined;
  if (!known) {
    const error = `The site ${JSON.stringify(site)} is not known here. Add it to \`sites\` in the server's settings.`;
    return { status: 403, error, path: 'site' };
  }
  const { writeKeys, origins } = known;
  if (writeKeys && writeKey === undefined) {
    const error = `The site ${JSON.stringify(site)} takes batches with a write key only. Set \`write-key\` on the player.`;
    return { status: 401, error, path: 'writeKey' };
  }
  if (writeKeys && !writeKeys.includes(writeKey!)) {
    const error = `The write key is none of the site ${JSON.stringify(site)}. Compare \`write-key\` with the server's settings.`;
    return { status: 403, error, path: 'writeKey' };
  }
  if (origins && origin !== undefined && !origins.includes(origin)) {
    const error = `Pages of ${origin} may not send for the site ${JSON.stringify(site)}. Add the origin to its \`origins\`.`;
    return { status: 403, error, path: '' };
  }
  return undefined;
}
