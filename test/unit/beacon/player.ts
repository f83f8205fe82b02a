import { setMaxListeners } from 'node:events';
import { type BeaconOptions, startBeacons } from '../../../src/beacon/index.js';
import { createRecorder } from '../../../src/beacon/recorder.js';
import { fetchTransport } from '../../../src/beacon/transport/fetch.js';
import type { BeaconTransport } from '../../../src/beacon/transport/transport.js';
import type { BeaconEvent } from '../../../src/schema/beacon.js';
import type { Manifest } from '../../../src/schema/manifest.js';
import { createFakeClock } from './fake-clock.js';

const turns = async () => {
  // Asked after a player has asked for it, and so answered after it.
  await import('../../../src/beacon/sender/outbox.js');
  for (let i = 0; i < 4; i += 1) await new Promise(setImmediate);
};

// Node suspects a leak where many listeners end with one signal
setMaxListeners(0);

/** What the browser says of itself; Node 20 has no navigator. */
export const browser: { webdriver?: boolean; globalPrivacyControl?: boolean } = {};
Object.defineProperty(globalThis, 'navigator', { value: browser, configurable: true });

/** A target with the state of a media element. */
export class FakePlayer extends EventTarget {
  currentTime = 0;
  paused = true;
  playbackRate = 1;
  muted = false;
  autoplay = false;

  constructor(private readonly after: () => void) {
    super();
  }

  /** And lets the page come to what it does in a task of its own. */
  override dispatchEvent(event: Event) {
    const done = super.dispatchEvent(event);
    if (event.type !== 'shoppable-beacon') this.after();
    return done;
  }

  tell(type: string) {
    this.dispatchEvent(new Event(type));
  }
}

/** A storage that counts, or refuses. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  reads = 0;
  writes = 0;
  refuses = false;

  getItem(key: string) {
    this.reads += 1;
    if (this.refuses) throw new DOMException('no storage', 'SecurityError');
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.writes += 1;
    if (this.refuses) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string) {
    if (this.refuses) throw new DOMException('no storage', 'SecurityError');
    this.entries.delete(key);
  }
}

export class FakePage extends EventTarget {
  document = Object.assign(new EventTarget(), { visibilityState: 'visible', prerendering: false });
  readonly indexedDB = undefined;
  localStorage = new FakeStorage() as unknown as Storage & FakeStorage;
  sessionStorage = new FakeStorage() as unknown as Storage & FakeStorage;

  hide() {
    this.document.visibilityState = 'hidden';
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

export const manifest = (id = 'coffee'): Manifest =>
  ({
    id,
    products: [
      {
        id: 'mug',
        price: { minor: 1900, currency: 'EUR' },
        variants: [{ id: 'mug-blue', price: { minor: 2100, currency: 'EUR' } }, { id: 'mug-red' }],
      },
      { id: 'tray', price: { minor: 3000, currency: 'EUR' }, variants: [] },
    ],
    segments: [
      { id: 'whole', start: 100, end: 300 },
      { id: 'proof', start: 200, end: 220 },
    ],
    campaign: { id: 'spring', source: 'mail' },
  }) as unknown as Manifest;

/** A player with its beacons, on a clock that stands still and with real requests. */
export function startPlayer(options: Partial<BeaconOptions> & { urls?: string[] } = {}) {
  const clock = createFakeClock();
  const player = new FakePlayer(() => clock.advance(0));
  const page = new FakePage();
  const recorder = createRecorder(clock);
  const records: BeaconEvent[] = [];
  player.addEventListener('shoppable-beacon', (event) => {
    records.push((event as HTMLElementEventMap['shoppable-beacon']).record);
  });
  let underWay: Promise<unknown>[] = [];
  const sent: { final: boolean; url: string }[] = [];
  const transport: BeaconTransport = {
    send(url, body, how) {
      sent.push({ url, ...how });
      const reply = (options.transport ?? fetchTransport).send(url, body, how);
      underWay.push(reply.catch(() => {}));
      return reply;
    },
  };
  const { urls = [], ...rest } = options;
  const beacons = startBeacons({
    target: player,
    recorder,
    page,
    clock,
    site: 'shop',
    consent: 'granted',
    manifest: manifest(),
    endpoints: urls.map((url) => ({ url })),
    random: () => 1,
    ...rest,
    transport,
  });
  return {
    beacons,
    clock,
    page,
    player,
    recorder,
    /** What `shoppable-beacon` told. */
    records,
    sent,
    /** Until no request is under way and its answer has been dealt with. */
    async answered() {
      await turns();
      while (underWay.length) {
        const all = underWay;
        underWay = [];
        await Promise.all(all);
        await turns();
      }
    },
    /** Moves the clock, in small steps so that answers find their time, until `done`. */
    async until(done: () => boolean, stepMs = 250, maxMs = 300_000) {
      for (let ms = 0; ms < maxMs && !done(); ms += stepMs) {
        clock.advance(stepMs);
        await this.answered();
      }
      if (!done()) throw new Error(`not within ${maxMs} ms of the player's clock`);
    },
    /** Plays from where it is, as a media element tells it. */
    play(seconds: number) {
      if (player.paused) {
        player.paused = false;
        player.tell('play');
        player.tell('playing');
      }
      for (let i = 0; i < seconds * 4; i += 1) {
        clock.advance(250 / player.playbackRate);
        player.currentTime += 0.25;
        player.tell('timeupdate');
      }
    },
    pause() {
      player.paused = true;
      player.tell('timeupdate');
      player.tell('pause');
    },
    seek(seconds: number) {
      player.currentTime = seconds;
      for (const type of ['seeking', 'timeupdate', 'seeked']) player.tell(type);
      if (!player.paused) player.tell('playing');
    },
  };
}
