import { executeServerCommand } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import type { BeaconEvent } from '../../../src/schema/beacon.js';
import { until } from '../../support/page.js';

export interface Came {
  events: BeaconEvent[];
  gzip: boolean;
  bytes: number;
  type: string;
  encoding?: string;
  cookie?: string;
  status: number;
  preflight?: true;
  body: Record<string, unknown>;
}

export interface Rule {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  delayMs?: number;
  times?: number;
  over?: number;
  product?: string;
  packed?: boolean;
}

let names = 0;

/** A receiver of its own on another origin, whose answers a test decides. */
export async function endpoint() {
  const base = (await executeServerCommand('endpoint-url')) as string;
  const url = `${base}/${Date.now()}-${(names += 1)}`;
  const came = async () => (await fetch(url).then((response) => response.json())) as Came[];
  return {
    url,
    came,
    answer: async (...rules: Rule[]) => void (await fetch(url, { method: 'PUT', body: JSON.stringify(rules) })),
    /** The events that were acknowledged, as often as they were. */
    taken: async () => (await came()).flatMap(({ status, events }) => (status === 204 ? events : [])),
  };
}

const manifest = {
  version: 1,
  id: 'film',
  title: 'Coffee corner',
  media: { sources: [{ src: '/none.mp4', type: 'video/mp4' }] },
  products: [{ id: 'mug', name: 'Mug', url: '/p/mug', price: { minor: 1900, currency: 'EUR' } }],
};

/** A process that is killed takes its connections along; WebKitGTK keeps those of a frame, and nothing is deleted any more. */
const NOTE_CONNECTIONS = `
  window.connections = [];
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...words) {
    const request = open.apply(this, words);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };`;

const frames = new Set<HTMLIFrameElement>();

export interface Tab {
  readonly player: ShoppableVideo;
  readonly window: Window & typeof globalThis & { warnings: string[]; connections: IDBDatabase[] };
  /** Something happens on the player, `count` times. */
  happen(count?: number, productId?: string): void;
  /** Ends it as a browser does that is closed: with its last words, unless it is killed. */
  close(killed?: boolean): void;
}

/** Another page of this origin with a player, in a frame. `script` runs before the player's. */
export async function openTab(attributes: Record<string, string>, script = ''): Promise<Tab> {
  const frame = document.createElement('iframe');
  frames.add(frame);
  const given = Object.entries({ consent: 'granted', ...attributes })
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  frame.srcdoc = `<!doctype html><meta charset="utf-8"><body>
    <script>
      window.warnings = [];
      console.warn = (...words) => warnings.push(words.join(' '));
      for (const type of ['pagehide', 'visibilitychange'])
        addEventListener(type, (event) => window.killed && event.stopImmediatePropagation(), true);
      { ${NOTE_CONNECTIONS} }
      ${script}
    </script>
    <shoppable-video ${given}><script type="application/json">${JSON.stringify(manifest)}</script></shoppable-video>
    <script type="module" src="/dist/shoppable-video.js"></script></body>`;
  document.body.append(frame);
  const player = await until(
    () => frame.contentDocument?.querySelector<ShoppableVideo>('shoppable-video:defined'),
    'the player in its page',
  );
  const view = frame.contentWindow as Tab['window'] & { killed?: boolean };
  // What happens before the manifest has been read waits for it.
  await until(() => player.shadowRoot?.querySelector('[part=product-count]'), 'the products of the player');
  // Loads what delivers, if the consent allows it.
  await player.flush();
  return {
    player,
    window: view,
    happen(count = 1, productId = 'mug') {
      for (let i = 0; i < count; i += 1)
        player.dispatchEvent(Object.assign(new view.Event('shoppable-product-opened'), { productId }));
    },
    close(killed = false) {
      view.killed = killed;
      if (killed) for (const connection of view.connections) connection.close();
      frame.remove();
      frames.delete(frame);
    },
  };
}

export const views = <T extends { type: string }>(events: readonly T[]) =>
  events.filter(({ type }) => type === 'product_view');

export const ids = (events: readonly { eventId: string }[]) => events.map(({ eventId }) => eventId);

/** The store of events, if there is one: none is made by looking. */
async function eventsOf<T>(mode: IDBTransactionMode, work: (events: IDBObjectStore) => IDBRequest<T>) {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === 'shoppable-video')) return undefined;
  const answer = <R>(request: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('shoppable-video');
  // It has been deleted meanwhile.
  opening.onupgradeneeded = () => opening.transaction!.abort();
  const database = await answer(opening).catch(() => undefined);
  if (!database) return undefined;
  try {
    if (!database.objectStoreNames.contains('events')) return undefined;
    return await answer(work(database.transaction('events', mode).objectStore('events')));
  } finally {
    database.close();
  }
}

/** What the disk has. */
export const stored = async (): Promise<{ id: string; type: string }[]> =>
  (await eventsOf('readonly', (events) => events.getAll())) ?? [];

/** Emptied and not deleted: WebKitGTK never answers a deletion whose other connection went with its frame. */
export async function forgetAll(): Promise<void> {
  for (const frame of frames) frame.remove();
  frames.clear();
  localStorage.removeItem('shoppable-video');
  sessionStorage.removeItem('shoppable-video');
  await eventsOf('readwrite', (events) => events.clear());
}
