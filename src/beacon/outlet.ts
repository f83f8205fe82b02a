import { warnOnce } from '../shared/warn.js';
import { encoder as native } from './encoders/native.js';
import { hold } from './held.js';
import type { Outbox, OutboxOptions } from './sender/outbox.js';
import type { Item } from './store/item.js';

/** As many as the outbox would keep: more is lost only where it never comes, and then nobody can report it. */
const WAITING = 10_000;

/**
 * One endpoint, as a player knows it. The outbox, which stores, sends and tries again, is a chunk of its own that comes
 * with the consent; what is recorded before it is there waits here.
 */
export function createOutlet(options: OutboxOptions) {
  let waiting: Item[] = [];
  let outbox: Outbox | undefined;
  let opening: Promise<void> | undefined;
  let open = false;
  let closing = false;
  /** Counts the denials: an outbox that was on its way when one came is not wanted any more. */
  let denials = 0;

  const start = async (): Promise<void> => {
    const asked = denials;
    try {
      const { openOutbox } = await import('./sender/outbox.js');
      const opened = await openOutbox(options, native);
      if (asked !== denials) return opened.purge();
      outbox = opened;
      waiting.splice(0).forEach(opened.add);
      if (!open) opened.suspend();
      if (closing) opened.close();
    } catch (cause) {
      opening = undefined;
      warnOnce('beacon-chunk', 'Beacons are sent only when the page is left:', cause);
    }
  };
  const load = (): Promise<void> => (opening ??= start());

  return {
    /** Only while the consent is granted. */
    add(item: Item): void {
      if (outbox) outbox.add(item);
      else hold(waiting, item, WAITING);
    },
    /** Whether anything may be sent and stored. */
    setOpen(next: boolean): void {
      open = next;
      if (!open) outbox?.suspend();
      else if (outbox) outbox.resume();
      else void load();
    },
    flush: async (): Promise<void> => {
      if (!open) return;
      await load();
      await outbox?.flush();
    },
    /** The page may end now: whatever still waits here leaves without the outbox, and again with it if the page lives on. */
    final(): void {
      if (!open) return;
      outbox?.final();
      if (!waiting.length || options.format !== 'native') return;
      const body = native.encode(waiting, options.clock.now())!;
      // Asynchronous, and yet begun at once: a page's own transport, or its own `fetch`, may throw.
      const send = async () =>
        options.transport
          ? options.transport.send(options.url, body, { final: true })
          : fetch(options.url, { method: 'POST', body, keepalive: true, credentials: 'omit' });
      send().catch(() => {});
    },
    /** The page goes, and may come back (bfcache): `setOpen` goes on. */
    leave(): void {
      open = false;
      outbox?.suspend(true);
    },
    /** The player is gone. */
    close(): void {
      closing = true;
      outbox?.close();
    },
    purge(): void {
      denials += 1;
      waiting = [];
      outbox?.purge();
      outbox = opening = undefined;
    },
  };
}
