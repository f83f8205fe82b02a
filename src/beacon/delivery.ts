import type { BeaconEvent } from '../schema/beacon.js';
import { backoffMs } from '../shared/backoff.js';
import type { Clock } from '../shared/clock.js';
import { warnOnce } from '../shared/warn.js';
import { cutBatch, waitMs } from './batch.js';
import type { BeaconStore } from './queue.js';
import type { BeaconTransport, TransportReply } from './transport.js';

/** After so many refusals in a row an endpoint is left alone; 401 and 403 need only one. */
const REFUSALS = 3;
/** How often a player that is gone tries again before it lets go of what is left. */
const LAST_TRIES = 6;

export interface DeliveryOptions {
  readonly url: string;
  readonly store: BeaconStore;
  readonly transport: BeaconTransport;
  readonly clock: Clock;
  readonly random?: () => number;
  encode(events: readonly BeaconEvent[]): string;
  /** Asked before each request. */
  allowed(): boolean;
}

/** Carries the events of one endpoint: collects, sends, tries again, gives up. No failure of it reaches the page. */
export function createDelivery({ url, store, transport, clock, random, encode, allowed }: DeliveryOptions) {
  const flying = new Set<string>();
  let settled: Promise<unknown> = Promise.resolve();
  let timer: unknown;
  let failures = 0;
  let retryAtMs = 0;
  /** The endpoint's own wish (`Retry-After`), which a flush keeps too. */
  let closedUntilMs = 0;
  let triesLeft = Number.POSITIVE_INFINITY;
  let stopped = false;

  const due = () => {
    const now = clock.now();
    return stopped || !allowed() || now < closedUntilMs
      ? []
      : store.read().filter(({ eventId }) => !flying.has(eventId));
  };

  const plan = () => {
    clock.clearTimeout(timer);
    const events = store.read();
    if (events.length && !flying.size && !stopped)
      timer = clock.setTimeout(post, Math.max(waitMs(events, clock.now()), retryAtMs - clock.now()));
  };

  const settle = (ids: ReadonlySet<string>, tried: number, { status, retryAfterMs, rejected }: TransportReply) => {
    for (const id of ids) flying.delete(id);
    if (status === 204 || rejected) {
      failures = retryAtMs = 0;
      store.remove(ids);
      if (rejected?.length) warnOnce(`${url} rejected`, `${url} rejected a beacon: ${rejected[0]!.reason}`);
      return;
    }
    failures = tried + 1;
    const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    stopped ||= refused && (status === 401 || status === 403 || failures >= REFUSALS);
    if ((stopped ||= triesLeft-- < 1)) store.remove();
    if (stopped || failures === REFUSALS)
      warnOnce(url, `${url} does not take beacons (status ${status}). Check its address, CORS headers and the write key.`);
    retryAtMs = clock.now() + (retryAfterMs ?? 0) + backoffMs(retryAfterMs == null ? tried : 0, { random });
    closedUntilMs = retryAfterMs == null ? 0 : retryAtMs;
  };

  const send = async (events: readonly BeaconEvent[], final: boolean) => {
    const ids = new Set(events.map(({ eventId }) => eventId));
    const tried = failures;
    for (const id of ids) flying.add(id);
    let reply: TransportReply = { status: 0 };
    try {
      reply = await transport.send(url, encode(events), { final });
    } catch {}
    settle(ids, tried, reply);
    plan();
  };

  const post = (final?: boolean) => {
    const events = cutBatch(due());
    if (events.length) settled = Promise.all([settled, send(events, !!final)]);
    return events.length;
  };

  return {
    add(event: BeaconEvent) {
      if (stopped) return;
      store.add(event);
      plan();
    },
    /** Sends all that waits, now; with `final` so that it outlives the page. Resolves when every answer is in. */
    flush(final = false): Promise<unknown> {
      while (post(final));
      return settled;
    },
    purge() {
      store.remove();
    },
    /** The player is gone: send what is left, within a few tries. */
    close() {
      triesLeft = LAST_TRIES;
      while (post(true));
    },
  };
}
