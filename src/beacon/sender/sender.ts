import { backoffMs } from '../../shared/backoff.js';
import { byteLength } from '../../shared/byte-length.js';
import type { Clock } from '../../shared/clock.js';
import { warnOnce } from '../../shared/warn.js';
import type { Encoder } from '../encoders/encoder.js';
import type { Backlog, Change } from '../store/backlog.js';
import type { Item } from '../store/item.js';
import type { SafetyNet } from '../transport/fetch-later.js';
import { keepaliveRoom } from '../transport/quota.js';
import type { Transport, TransportReply } from '../transport/transport.js';
import { cutBatch, waitMs } from './batch.js';
import { judge, REFUSALS } from './verdict.js';

/** What waits longer than this is also left with the browser. */
const NET_FROM_MS = 1_000;
/** And no oftener than this, for it costs a millisecond. */
const NET_EVERY_MS = 2_000;

export interface SenderParts {
  readonly url: string;
  readonly encoder: Encoder;
  readonly transport: Transport;
  readonly backlog: Backlog;
  readonly clock: Clock;
  /** 0..1, spreads the retries. */
  readonly random?: () => number;
  /** Asked before each request. */
  readonly may: () => boolean;
  /** It is this tab's turn; only a page that ends sends without it. */
  readonly turn: () => boolean;
  /** An event may go: it is on the disk, or there is none. */
  readonly ready: (id: string) => boolean;
  /** What an answer has changed, for the disk. */
  readonly settle: (change: Change) => void;
  /** Nothing is left to do, or nothing can be done. */
  readonly idle: () => void;
  /** How many tries may fail in a row. */
  readonly tries: () => number;
  /** Carries what is left when the page ends without a word. */
  readonly net?: SafetyNet;
}

/**
 * Sends what waits in the backlog, one request at a time: tries again, splits, sets aside, gives up. No failure of it
 * reaches the page.
 */
export function createSender(parts: SenderParts) {
  const { url, encoder, transport, backlog, clock, random, may, turn, ready, settle, idle, tries, net } = parts;
  const flying = new Set<string>();
  /** Refused one by one. They are given up once another event is taken, which shows that the fault is theirs. */
  const suspects = new Map<string, 'refused' | 'too-large'>();
  let most = encoder.count;
  let working: Promise<unknown> | undefined;
  let timer: unknown;
  let failures = 0;
  let retryAtMs = 0;
  /** The endpoint's own wish (`Retry-After`), which a flush keeps too. */
  let closedUntilMs = 0;
  let stopped = false;
  let netAtMs = 0;

  const open = () => !stopped && may() && clock.now() >= closedUntilMs;
  const waiting = () => backlog.all().filter(({ id }) => !flying.has(id) && !suspects.has(id));
  const sendable = () => waiting().filter(({ id }) => ready(id));
  const warn = (status: number) =>
    warnOnce(url, `${url} takes no beacons (status ${status}): check its address, CORS headers and write key.`);

  const giveUpSuspects = () => {
    for (const reason of ['refused', 'too-large'] as const) {
      const going = backlog.all().filter(({ id }) => suspects.get(id) === reason);
      settle(backlog.lose(going, reason));
    }
    suspects.clear();
  };

  const conclude = (items: readonly Item[], reply: TransportReply, tried: number): void => {
    const ids = items.map(({ id }) => id);
    const verdict = judge(reply, items.length, tried, encoder.taken);
    if (verdict === 'taken') {
      failures = retryAtMs = 0;
      most = Math.min(encoder.count, most * 2);
      const [fault] = reply.rejected ?? [];
      if (fault) warnOnce(`${url} !`, `${url} rejected a beacon: ${fault.reason}`);
      backlog.remove(ids);
      settle({ put: [], remove: ids });
      if (!fault) giveUpSuspects();
    } else if (verdict === 'split') {
      most = Math.ceil(items.length / 2);
    } else if (verdict === 'refused') {
      suspects.set(ids[0]!, reply.status === 413 ? 'too-large' : 'refused');
      warnOnce(`${url} !`, `${url} refused an event by itself (status ${reply.status}): ${items[0]!.json}`);
      stopped = suspects.size >= REFUSALS;
    } else {
      failures = tried + 1;
      closedUntilMs = clock.now() + (reply.retryAfterMs ?? 0);
      retryAtMs = Math.max(closedUntilMs, clock.now() + backoffMs(tried, { random }));
      stopped = verdict === 'stop' || failures > tries();
    }
    if (stopped || failures === REFUSALS) warn(reply.status);
  };

  /** @returns whether it got on */
  const send = async (items: readonly Item[], text: string | undefined, final: boolean): Promise<boolean> => {
    const ids = items.map(({ id }) => id);
    const tried = failures;
    let reply: TransportReply = { status: text === undefined ? 204 : 0 };
    try {
      const packing = final || text === undefined ? undefined : transport.pack?.(url, text);
      const packed = packing && (await packing.catch(() => {}));
      // The page may have been hidden meanwhile, and they are gone; or the consent.
      if (packing && (!open() || ids.some(flying.has, flying))) return false;
      ids.forEach(flying.add, flying);
      backlog.markTold(ids);
      if (text !== undefined) reply = await (packed ? packed() : transport.send(url, text, { final }));
    } catch {}
    ids.forEach(flying.delete, flying);
    conclude(items, reply, tried);
    return !failures && !stopped;
  };

  const cut = (items: readonly Item[], count = most) => cutBatch(items, { count, group: encoder.group });

  /** Sends until nothing is left, or something fails. */
  const run = async (all: boolean) => {
    for (let go = true; go && open() && turn(); ) {
      const items = cut(sendable());
      if (!items.length) return;
      go = (await send(items, encoder.encode(items, clock.now()), false)) && (all || most < encoder.count);
    }
  };
  const work = (all: boolean): Promise<unknown> => {
    clock.clearTimeout(timer);
    const done = (working ?? Promise.resolve())
      .then(() => run(all))
      .catch(() => {})
      .then(() => {
        if (working === done) working = undefined;
        plan();
      });
    working = done;
    return done;
  };

  const leaveBehind = (items: readonly Item[]) => {
    const batch = net ? cut(items) : [];
    const text = batch.length ? encoder.encode(batch, clock.now()) : undefined;
    netAtMs = clock.now();
    if (text) net!.arm(text, byteLength(text));
  };

  const plan = () => {
    clock.clearTimeout(timer);
    if (stopped) {
      net?.disarm();
      idle();
    }
    if (stopped || working || !may() || !turn()) return;
    const items = sendable();
    const now = clock.now();
    if (!items.length) {
      net?.disarm();
      if (!flying.size) idle();
      return;
    }
    const afterMs = Math.max(waitMs(items, now), retryAtMs - now);
    timer = clock.setTimeout(() => void work(false), afterMs);
    if (afterMs > NET_FROM_MS && now - netAtMs >= NET_EVERY_MS) leaveBehind(items);
  };

  return {
    flying,
    plan,
    get stopped() {
      return stopped;
    },
    /** Sends all that waits, now; resolves when every answer is in. */
    flush: () => work(true),
    /**
     * The page may end now: everything that fits into what may outlive it leaves at once, first what no disk has.
     * @returns a promise for when the answers are in, if the page lives on
     */
    final(): Promise<unknown> {
      const begun: Promise<unknown>[] = [];
      if (!open()) return Promise.resolve();
      let items = waiting().sort((a, b) => Number(backlog.isStored(a.id)) - Number(backlog.isStored(b.id)));
      let room = keepaliveRoom();
      let count = most;
      while (items.length && count) {
        const batch = cut(items, count);
        const text = encoder.encode(batch, clock.now());
        const bytes = text === undefined ? 0 : byteLength(text);
        if (bytes > room) {
          count = Math.floor(batch.length / 2);
          continue;
        }
        room -= bytes;
        begun.push(send(batch, text, true));
        items = items.filter((item) => !batch.includes(item));
      }
      clock.clearTimeout(timer);
      net?.disarm();
      // The browser has room of its own for what may leave later.
      leaveBehind(items);
      return Promise.all(begun).then(plan);
    },
    /** The network is back. */
    retryNow() {
      retryAtMs = 0;
      plan();
    },
    stop: () => clock.clearTimeout(timer),
    /** Nothing of it is to leave any more. */
    forget: () => net?.disarm(),
  };
}
