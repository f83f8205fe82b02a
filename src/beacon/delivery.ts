import type { BeaconBatch, BeaconEvent } from '../schema/beacon.js';
import { backoffMs } from '../shared/backoff.js';
import type { Clock } from '../shared/clock.js';
import { warnOnce } from '../shared/warn.js';
import { cutBatch, waitMs } from './batch.js';
import { encodeBatch } from './envelope.js';
import { type BeaconStore, createQueue } from './queue.js';
import { type BeaconTransport, fetchTransport, type TransportReply } from './transport.js';

/** After so many refusals in a row an endpoint is left alone; 401 and 403 need only one. */
const REFUSALS = 3;
/** How often a player that is gone tries again before it lets go of what is left. */
const LAST_TRIES = 6;

export interface DeliveryOptions extends Pick<BeaconBatch, 'site' | 'writeKey'> {
  readonly transport?: BeaconTransport;
  /** Makes one for each endpoint. */
  readonly store?: (url: string) => BeaconStore;
  /** 0..1, spreads the retries. */
  readonly random?: () => number;
}

/**
 * Carries the events of one endpoint: collects, sends, tries again, gives up. No failure of it reaches the page.
 * @param allowed is asked before each request
 */
export function createDelivery(
  url: string,
  { transport = fetchTransport, store: createStore = createQueue, random, ...sender }: DeliveryOptions,
  clock: Clock,
  allowed: () => boolean,
) {
  const store = createStore(url);
  const flying = new Set<string>();
  let settled: Promise<unknown> | undefined;
  let timer: unknown;
  let failures = 0;
  let retryAtMs = 0;
  /** The endpoint's own wish (`Retry-After`), which a flush keeps too. */
  let closedUntilMs = 0;
  let closing = false;
  let stopped = false;

  const plan = () => {
    clock.clearTimeout(timer);
    const events = store.read();
    const now = clock.now();
    if (events.length && !flying.size) timer = clock.setTimeout(post, Math.max(waitMs(events, now), retryAtMs - now));
  };

  const send = async (events: BeaconEvent[], final: boolean) => {
    const ids = new Set(events.map(({ eventId }) => eventId));
    ids.forEach(flying.add, flying);
    const tried = failures;
    let status = 0;
    let retryAfterMs: number | undefined;
    let rejected: TransportReply['rejected'];
    try {
      ({ status, retryAfterMs, rejected } = await transport.send(url, encodeBatch(events, sender, clock.now()), {
        final,
      }));
    } catch {}
    ids.forEach(flying.delete, flying);
    if (status === 204 || rejected) {
      failures = retryAtMs = 0;
      store.remove(ids);
      if (rejected?.length) warnOnce(`${url} !`, `${url} rejected a beacon: ${rejected[0]!.reason}`);
    } else {
      failures = tried + 1;
      closedUntilMs = clock.now() + (retryAfterMs ?? 0);
      retryAtMs = Math.max(closedUntilMs, clock.now() + backoffMs(tried, { random }));
      stopped =
        /^40[13]/.test(`${status}`) ||
        (failures >= REFUSALS && /^4(?!08|29)/.test(`${status}`)) ||
        (closing && failures > LAST_TRIES);
      if (stopped) store.remove();
      if (stopped || failures === REFUSALS)
        warnOnce(url, `${url} takes no beacons (status ${status}): check its address, CORS headers and write key.`);
    }
    plan();
  };

  const post = (final?: boolean) => {
    if (!allowed() || clock.now() < closedUntilMs) return undefined;
    const events = cutBatch(store.read().filter(({ eventId }) => !flying.has(eventId)));
    return events.length && (settled = Promise.all([settled, send(events, !!final)]));
  };

  return {
    add(event: BeaconEvent) {
      if (stopped) return;
      store.add(event);
      plan();
    },
    /**
     * Sends all that waits, now.
     * @param final so that it outlives the page
     * @param close the player is gone: a few more tries and no more
     * @returns a promise for when every answer is in
     */
    flush(final?: boolean, close = false): Promise<unknown> | undefined {
      closing ||= close;
      while (post(final));
      return settled;
    },
    purge: () => store.remove(),
  };
}
