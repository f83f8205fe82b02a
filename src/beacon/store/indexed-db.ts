import { DATABASE } from './forget.js';
import type { Item } from './item.js';

const VERSION = 1;
const EVENTS = 'events';
/** A browser that does not answer is one that refuses: WebKit has let `open` hang (bug 226547). */
const PATIENCE_MS = 10_000;

/** What is kept on the disk for one endpoint. */
export interface Disk {
  /** Oldest first. What is no event is left out. */
  read(): Promise<Item[]>;
  /** One change, whole or not at all; resolves when it is on the disk. */
  change(put: readonly Item[], remove?: readonly string[]): Promise<void>;
  /** Lets go for good: what is under way is finished, and nothing more is begun. */
  close(): void;
  /** Forgets what every endpoint has, as far as the connection is open, and lets go. */
  clear(): void;
}

/** A browser that forbids storage may throw where it is asked for. */
export const factoryOf = (page: { readonly indexedDB?: IDBFactory }): IDBFactory | undefined => {
  try {
    return page.indexedDB;
  } catch {
    return undefined;
  }
};

const within = <T>(work: (settle: (value: T) => void, fail: (cause: unknown) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE_MS, new Error('IndexedDB does not answer.'));
    new Promise(work).finally(() => clearTimeout(timer)).then(resolve, reject);
  });

type Work<T> = (events: IDBObjectStore) => IDBRequest<T> | undefined;

const open = (factory: IDBFactory): Promise<IDBDatabase> =>
  within<IDBDatabase>((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(EVENTS);
    request.onsuccess = () => {
      if (request.result.objectStoreNames.contains(EVENTS)) return resolve(request.result);
      // Somebody has made one of our name: ours takes its place.
      request.result.close();
      factory.deleteDatabase(DATABASE);
      open(factory).then(resolve, reject);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('Another tab holds the database.'));
  });

/** What is read from a disk may be anything. */
function isItem(value: unknown): value is Item {
  const { id, type, json, atMs, bytes, site } = (value ?? {}) as Record<string, unknown>;
  if ([id, type, json, site].some((text) => typeof text !== 'string')) return false;
  if (![atMs, bytes].every(Number.isFinite)) return false;
  try {
    return JSON.parse(json as string).eventId === id;
  } catch {
    return false;
  }
}

/** @param queue names the endpoint: every queue has its own events in the one database of the origin */
export function openDisk(queue: string, factory: IDBFactory): Disk {
  let connection: Promise<IDBDatabase> | undefined;
  let database: IDBDatabase | undefined;
  let ended = false;

  const drop = () => {
    database?.close();
    connection = database = undefined;
  };
  const connect = () => {
    connection ??= open(factory).then((opened) => {
      if (ended) {
        opened.close();
        throw new DOMException('The queue is closed.', 'AbortError');
      }
      // A denial in any tab deletes the database, and a browser may take it away: the next use makes it anew.
      opened.onversionchange = opened.onclose = drop;
      database = opened;
      return opened;
    });
    connection.catch(() => {
      connection = undefined;
    });
    return connection;
  };
  /** Runs at once where the connection is there: a page that ends does not wait for a promise. */
  const run = <T>(on: IDBDatabase, mode: IDBTransactionMode, work: Work<T>) =>
    within<T | undefined>((resolve, reject) => {
      if (ended) throw new DOMException('The queue is closed.', 'AbortError');
      const transaction = on.transaction(EVENTS, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(EVENTS));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser ended the transaction.'));
      // Without it the change would wait for a turn of the page, which a page that ends never gets.
      if (mode === 'readwrite') transaction.commit?.();
    });
  const transact = <T>(mode: IDBTransactionMode, work: Work<T>, again = true): Promise<T | undefined> => {
    const done = database ? run(database, mode, work) : connect().then((on) => run(on, mode, work));
    return done.catch((cause) => {
      drop();
      if (again && (cause as Error)?.name === 'InvalidStateError') return transact(mode, work, false);
      throw cause;
    });
  };

  return {
    async read() {
      const rows = await transact('readonly', (events) => events.getAll(IDBKeyRange.bound([queue], [queue, []])));
      return (rows ?? []).filter(isItem);
    },
    async change(put, remove = []) {
      await transact('readwrite', (events) => {
        for (const item of put) events.put(item, [queue, item.id]);
        for (const id of remove) events.delete([queue, id]);
        return undefined;
      });
    },
    close() {
      ended = true;
      drop();
    },
    clear() {
      if (database) run(database, 'readwrite', (events) => events.clear()).catch(() => {});
      ended = true;
      drop();
    },
  };
}
