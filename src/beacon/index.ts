import { BeaconEvent } from '../events/beacon.js';
import type { Manifest } from '../schema/manifest.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { onPageHidden } from '../shared/page-lifecycle.js';
import { warnOnce } from '../shared/warn.js';
import { type Consent, effectiveConsent } from './consent.js';
import { createDelivery } from './delivery.js';
import { type Draft, draft, encodeBatch, openView, type PageFields, seal } from './envelope.js';
import { createIdentity, type IdScope, type OpenStorage } from './identity.js';
import { type BeaconTarget, listen } from './listen.js';
import { addBounded, type BeaconStore, createQueue } from './queue.js';
import type { RecordedAt, Recorder } from './recorder.js';
import { type BeaconTransport, createFetchTransport } from './transport.js';

export type { BeaconStore, BeaconTarget, BeaconTransport, Consent, IdScope, PageFields };
export type { TransportReply } from './transport.js';

const NOTICE_MS = 5_000;

export interface BeaconOptions {
  readonly target: BeaconTarget;
  readonly recorder: Recorder;
  /** None: nothing leaves the page, `shoppable-beacon` is still sent. The only format is `native`, the default. */
  readonly endpoints?: readonly { readonly url: string; readonly format?: string }[];
  readonly site: string;
  readonly writeKey?: string;
  readonly fields?: PageFields;
  /** Anything but `granted` and `denied` is `pending`. */
  readonly consent?: string | null;
  readonly idScope?: IdScope;
  /** If it was loaded before this code; a later one is heard. */
  readonly manifest?: Manifest;
  readonly transport?: BeaconTransport;
  /** One for each endpoint. */
  readonly store?: (url: string) => BeaconStore;
  readonly storage?: OpenStorage;
  readonly page?: EventTarget;
  readonly clock?: Clock;
  /** Spreads the retries. */
  readonly random?: () => number;
}

export interface Beacons {
  /** Names the view towards the shop; undefined unless consent is granted. */
  readonly viewId: string | undefined;
  setConsent(consent: string | null | undefined): void;
  /** Sends all that waits; resolves when the endpoints have answered or failed, and never rejects. */
  flush(): Promise<void>;
  /** Stops listening and sends the rest. The recorder holds again. */
  stop(): void;
}

let told = false;

/**
 * Records what happens on the player and brings it to the endpoints, as far as consent allows. While it is pending, one
 * console line for the page tells how many records wait, five seconds after the first or when the page is hidden.
 */
export function startBeacons({
  target,
  recorder,
  endpoints = [],
  site,
  writeKey,
  fields,
  consent,
  idScope = 'persistent',
  manifest,
  transport = createFetchTransport(),
  store = createQueue,
  storage = (name) => globalThis[name],
  page,
  clock = systemClock,
  random,
}: BeaconOptions): Beacons {
  const held: Draft[] = [];
  const ended = new AbortController();
  const { signal } = ended;
  const identity = createIdentity(idScope, storage);
  let view = openView(clock.now(), manifest);
  let state: Consent | undefined;
  let noticeTimer: unknown;

  const deliveries = endpoints.flatMap(({ url, format = 'native' }) => {
    if (format === 'native')
      return createDelivery({
        url,
        store: store(url),
        transport,
        clock,
        random,
        encode: (events) => encodeBatch(events, { site, writeKey }, clock.now()),
        allowed: () => state === 'granted',
      });
    warnOnce(format, `The beacon format "${format}" is not known: ${url} gets nothing. Use "native".`);
    return [];
  });
  const flush = (final?: boolean) => Promise.all(deliveries.map((delivery) => delivery.flush(final)));

  const release = () => {
    let next: Draft | undefined;
    // asked anew for each: a listener may withdraw the consent
    while (state === 'granted' && view.manifest && (next = held.shift())) {
      const event = seal(next, identity.at(next.atMs), fields);
      for (const delivery of deliveries) delivery.add(event);
      target.dispatchEvent(new BeaconEvent(event));
    }
  };
  const notice = () => {
    clock.clearTimeout(noticeTimer);
    if (told || !held.length || state !== 'pending') return;
    told = true;
    console.info(`[shoppable-video] ${held.length} beacons are held until consent is "granted" or "denied".`);
  };
  const hear = (entry: RecordedAt) => {
    if (state === 'denied') return;
    addBounded(held, draft(entry, view));
    if (deliveries.length && state === 'pending') noticeTimer ??= clock.setTimeout(notice, NOTICE_MS);
    release();
  };
  const renew = () => {
    view = openView(clock.now(), view.manifest);
  };
  const cut = listen(target, { record: recorder.record, view: () => view, renew, clock, signal });

  const setConsent = (asked: string | null | undefined) => {
    const next = effectiveConsent(asked, (globalThis.navigator as { globalPrivacyControl?: boolean })?.globalPrivacyControl);
    if (next === state) return;
    cut();
    if (state === 'denied' || next === 'denied') renew();
    state = next;
    if (next === 'denied') {
      held.length = 0;
      identity.forget();
      for (const delivery of deliveries) delivery.purge();
    }
    release();
  };

  setConsent(consent);
  recorder.takeOver(hear);
  target.addEventListener(
    'shoppable-manifest-loaded',
    (event) => {
      const loaded = (event as HTMLElementEventMap['shoppable-manifest-loaded']).manifest;
      if (view.manifest && view.manifest.id !== loaded.id) {
        cut();
        renew();
      }
      view.manifest = loaded;
      release();
    },
    { signal },
  );
  onPageHidden(
    () => {
      cut();
      notice();
      void flush(true);
    },
    signal,
    page,
  );

  return {
    get viewId() {
      return state === 'granted' ? view.viewId : undefined;
    },
    setConsent,
    async flush() {
      cut();
      await flush();
    },
    stop() {
      cut();
      ended.abort();
      recorder.takeOver();
      clock.clearTimeout(noticeTimer);
      for (const delivery of deliveries) delivery.close();
    },
  };
}
