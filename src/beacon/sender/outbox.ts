import type { Clock } from '../../shared/clock.js';
import { warnOnce } from '../../shared/warn.js';
import type { Encoder } from '../encoders/encoder.js';
import type { Format } from '../encoders/formats.js';
import { encoderOf } from '../encoders/index.js';
import { type Change, createBacklog } from '../store/backlog.js';
import { type Disk, factoryOf, openDisk } from '../store/indexed-db.js';
import type { Item } from '../store/item.js';
import { fetchTransport } from '../transport/fetch.js';
import { createSafetyNet } from '../transport/fetch-later.js';
import type { BeaconTransport, Transport } from '../transport/transport.js';
import { type Channel, openChannel } from './other-tabs.js';
import { createSender } from './sender.js';
import { type Turns, takeTurns } from './turns.js';

/** How often a player that is gone tries again before it lets go of what is left. */
const LAST_TRIES = 6;
/** Where there are no locks: what another tab has left for so long is an orphan. */
const ORPHAN_MS = 60_000;
/**
 * An event waits so long for others of the same moment to be written with, as a transaction costs more than all else; longer
 * would only be more to lose with a tab that is killed. A page that ends writes at once.
 */
const WRITE_MS = 10;
/** Events put into one transaction while the page lives on: about half a millisecond of its thread. */
const AT_ONCE = 12;
/** So long after another tab was left, what it could not send is looked for on the disk. */
const LEFT_MS = 5_000;
/** A tab that was killed said nothing: so often the disk is looked through for what it left. */
const LOOK_MS = 10_000;
const DATA_LAYER = '#dataLayer';

export interface OutboxOptions {
  readonly url: string;
  readonly format: Format;
  readonly transport?: BeaconTransport;
  /** Keeps events on the disk until they are acknowledged; else they live and end with the page. */
  readonly durable: boolean;
  readonly clock: Clock;
  /** 0..1, spreads the retries. */
  readonly random?: () => number;
  /** The window. */
  readonly page: EventTarget & {
    readonly indexedDB?: IDBFactory;
    readonly document?: { readonly visibilityState?: string };
  };
}

export interface Outbox {
  add(item: Item): void;
  /** Sends all that waits; resolves when the endpoint has answered or failed. */
  flush(): Promise<unknown>;
  /** The page may end now. */
  final(): void;
  /**
   * Stops sending, gives the turn to other tabs and lets go of the disk, until `resume`.
   * @param left the page goes; otherwise the consent does, and what is left with the browser is taken back
   */
  suspend(left?: boolean): void;
  resume(): void;
  /** Nothing more is added: sends what is left, and ends. */
  close(): void;
  /** Ends at once and forgets. What is on the disk is the caller's to delete. */
  purge(): void;
}

/**
 * Brings the events of one endpoint from this page to it. They are on the disk before they are sent, and stay there until
 * they are acknowledged by their ids; of all tabs of the origin one sends. Where nothing can be stored, each tab keeps its
 * own in memory and sends them itself.
 */
export async function openOutbox(options: OutboxOptions, native: Encoder): Promise<Outbox> {
  const { url, format, clock, random, page } = options;
  /** An address within the page itself is that of the page's own tag. */
  const ownTag = format === 'ga4' && url.endsWith(DATA_LAYER);
  const transport: Transport =
    options.transport ?? (ownTag ? (await import('../transport/data-layer.js')).dataLayerTransport : fetchTransport);
  const encoder = await encoderOf(format, native);
  const queue = `${format} ${url}`;
  const factory = options.durable && !ownTag ? factoryOf(page) : undefined;
  const backlog = createBacklog(clock.now);
  const writing = new Set<string>();
  /** The browser keeps nothing: what this tab records it also sends. */
  let memory = !factory;
  /** It is this tab's turn to send what all tabs have stored. */
  let leading = false;
  /** It has read what they have stored. */
  let caughtUp = false;
  /** Without locks every tab sends, each its own. */
  let alone = false;
  let closing = false;
  let ended = false;
  let persistTimer: unknown;
  let lookTimer: unknown;
  let written: Promise<unknown> = Promise.resolve();
  /** Between `resume` and `suspend`. */
  let active: AbortController | undefined;
  let disk: Disk | undefined;
  let channel: Channel | undefined;
  let turns: Turns | undefined;

  const online = () => globalThis.navigator?.onLine !== false;

  /** @param asked what did not do what it was asked to; one that was let go meanwhile has nothing to answer for */
  const giveUpDisk = (asked: Disk, cause: unknown) => {
    if (asked !== disk) return;
    memory = true;
    channel?.askNoMore();
    warnOnce('beacon-storage', 'Beacons wait in memory only, as the browser stores nothing for this page:', cause);
    sender.plan();
  };
  const settle = ({ put, remove }: Change) => {
    if (!remove.length) return;
    disk?.change(put, remove).then(
      () => backlog.markStored(put.map(({ id }) => id)),
      () => {},
    );
  };
  const idle = () => {
    if (closing && !writing.size && !persistTimer) end();
    if (!sender.stopped || memory) return;
    // Refused here; another page may have the right key, or come when the endpoint is well.
    turns?.stop();
    lose();
  };
  const sender = createSender({
    url,
    encoder,
    transport,
    backlog,
    clock,
    random,
    may: () => !!active && online(),
    turn: () => memory || caughtUp,
    ready: (id) => memory || backlog.isStored(id),
    settle,
    idle,
    net: transport === fetchTransport && encoder.knowsAgain ? createSafetyNet(url) : undefined,
    tries: () => (closing ? LAST_TRIES : Number.POSITIVE_INFINITY),
  });

  const trim = () => settle(backlog.trim(sender.flying));
  /** What is on the disk is the sending tab's. */
  const handOver = () => {
    if (leading || memory) return;
    const items = backlog.all().filter(({ id }) => backlog.isStored(id) && !sender.flying.has(id));
    backlog.leave(items.map(({ id }) => id));
    if (items.length) channel?.tell({ items });
  };
  const unwritten = () => backlog.unstored().filter(({ id }) => !writing.has(id));
  const write = async (most: number): Promise<void> => {
    clock.clearTimeout(persistTimer);
    persistTimer = undefined;
    if (!disk || memory) {
      trim();
      sender.plan();
      return;
    }
    const asked = disk;
    const items = unwritten().slice(0, most);
    const ids = items.map(({ id }) => id);
    if (!ids.length) return;
    ids.forEach(writing.add, writing);
    try {
      await asked.change(items);
      backlog.markStored(ids);
      if (leading) trim();
      handOver();
    } catch (cause) {
      giveUpDisk(asked, cause);
    } finally {
      ids.forEach(writing.delete, writing);
    }
    sender.plan();
  };

  /** @param most of the events; a page that ends has no second turn, and writes all */
  const persist = (most = Number.POSITIVE_INFINITY): Promise<unknown> => {
    written = Promise.all([written, write(most)]).then(() => {});
    return written;
  };
  /** All of them, a few at a time. */
  const persistSoon = () => {
    persistTimer ??= clock.setTimeout(
      async () => {
        await persist(AT_ONCE);
        if (disk && !memory && unwritten().length) persistSoon();
      },
      memory ? 0 : WRITE_MS,
    );
  };

  const catchUp = async () => {
    const asked = disk;
    if (!asked) return;
    try {
      const rows = await asked.read();
      if (asked !== disk || !leading) return;
      const orphanedMs = clock.now() - ORPHAN_MS;
      settle({ put: [], remove: backlog.takeOver(alone ? rows.filter(({ atMs }) => atMs < orphanedMs) : rows) });
      caughtUp = true;
      channel?.askNoMore();
      trim();
      sender.plan();
      clock.clearTimeout(lookTimer);
      lookTimer = clock.setTimeout(() => void catchUp(), LOOK_MS);
    } catch (cause) {
      giveUpDisk(asked, cause);
    }
  };
  const gain = (shared: boolean) => {
    leading = true;
    alone = shared;
    void catchUp();
  };
  const lose = () => {
    leading = caughtUp = false;
    clock.clearTimeout(lookTimer);
    // From here on they are the next one's; what is not stored yet stays in hand.
    backlog.leave(backlog.all().flatMap(({ id }) => (backlog.isStored(id) ? [id] : [])));
  };
  const flush = async () => {
    do await persist(AT_ONCE);
    while (disk && !memory && unwritten().length);
    // Whoever's turn it is: another tab's, or in a moment this one's.
    if (!memory && !caughtUp && !sender.stopped) await channel?.askToFlush();
    await sender.flush();
  };
  const suspend = (left = false) => {
    active?.abort();
    active = undefined;
    if (!left) sender.forget();
    sender.stop();
    turns?.stop();
    channel?.close();
    channel = undefined;
    disk?.close();
    disk = undefined;
    lose();
  };
  const resume = () => {
    if (active || ended) return;
    active = new AbortController();
    page.addEventListener('online', () => sender.retryNow(), { signal: active.signal });
    if (factory) {
      disk = openDisk(queue, factory);
      channel = openChannel(`shoppable-video ${queue}`, async (message) => {
        if (!leading || alone) return;
        if ('items' in message) {
          backlog.takeOver(message.items);
          trim();
          sender.plan();
        } else if ('flush' in message) {
          await sender.flush();
          channel?.tell({ flushed: message.flush });
        } else if ('left' in message) clock.setTimeout(() => void catchUp(), LEFT_MS);
      });
      turns = takeTurns(`shoppable-video ${queue}`, gain, lose);
    }
    void persist();
  };
  const end = () => {
    if (ended) return;
    suspend();
    ended = true;
    clock.clearTimeout(persistTimer);
  };

  resume();
  return {
    add(item) {
      if (ended) return;
      backlog.add(item);
      // The timers of a page that nobody looks at come seconds late.
      if (page.document?.visibilityState === 'hidden') void persist();
      else persistSoon();
    },
    flush,
    final() {
      const answered = sender.final().then(handOver);
      void persist();
      if (leading) void answered.then(() => turns?.yield()).catch(() => {});
      else channel?.tell({ left: true });
    },
    suspend,
    resume,
    close() {
      closing = true;
      void Promise.all([persist(), sender.final()]).then(() => {
        if (sender.stopped || !(memory || leading)) end();
        else sender.plan();
      });
    },
    purge() {
      backlog.remove(backlog.all().map(({ id }) => id));
      disk?.clear();
      end();
    },
  };
}
