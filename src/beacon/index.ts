import { BeaconEvent } from '../events/beacon.js';
import type { Manifest } from '../schema/manifest.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { onPageHidden } from '../shared/page-lifecycle.js';
import { warnOnce } from '../shared/warn.js';
import { type Consent, effectiveConsent } from './consent.js';
import { createDelivery, type DeliveryOptions } from './delivery.js';
import { type Draft, draft, openView, type PageFields, seal } from './envelope.js';
import { createIdentity, type IdScope, type Storages } from './identity.js';
import { type BeaconTarget, listen } from './listen.js';
import { addBounded } from './queue.js';
import type { Recorder } from './recorder.js';

export type { BeaconStore } from './queue.js';
export type { BeaconTransport, TransportReply } from './transport.js';
export type { BeaconTarget, Consent, IdScope, PageFields };

const NOTICE_MS = 5_000;

export interface BeaconOptions extends DeliveryOptions {
  readonly target: BeaconTarget;
  readonly recorder: Recorder;
  /** None: nothing leaves the page, `shoppable-beacon` is still sent. The only format is `native`, the default. */
  readonly endpoints?: readonly { readonly url: string; readonly format?: string }[];
  readonly fields?: PageFields;
  /** Anything but `granted` and `denied` is `pending`. */
  readonly consent?: string | null;
  readonly idScope?: IdScope;
  /** If it was loaded before this code; a later one is heard. */
  readonly manifest?: Manifest;
  readonly clock?: Clock;
  /** The window. */
  readonly page?: EventTarget & Storages;
}

export interface Beacons {
  /** Names the view towards the shop; undefined unless consent is granted. */
  readonly viewId: string | undefined;
  setConsent(consent: string | null | undefined): void;
  /** Sends all that waits; resolves when the endpoints have answered or failed, and never rejects. */
  flush(): Promise<unknown>;
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
  fields,
  consent,
  idScope = 'persistent',
  manifest,
  clock = systemClock,
  page = window,
  ...sender
}: BeaconOptions): Beacons {
  const held: Draft[] = [];
  const ended = new AbortController();
  const identity = createIdentity(idScope, page);
  let view = openView(manifest);
  let state: Consent | undefined;

  const deliveries = endpoints.flatMap(({ url, format = 'native' }) => {
    if (format === 'native') return createDelivery(url, sender, clock, () => state === 'granted');
    warnOnce(format, `${url} gets no beacons: format "${format}" is unknown, use "native".`);
    return [];
  });
  const flush = (final?: boolean, close?: boolean) => {
    cut();
    return Promise.all(deliveries.map((delivery) => delivery.flush(final, close)));
  };
  const renew = () => {
    view = openView(view.manifest);
  };
  const { on, cut } = listen(target, recorder.record, () => view, renew, clock, ended.signal);

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
    if (told || !held.length || state !== 'pending' || !deliveries.length) return;
    told = true;
    console.info(`[shoppable-video] ${held.length} beacons are held: consent is pending.`);
  };
  const setConsent = (asked: string | null | undefined) => {
    const next = effectiveConsent(asked, navigator as { globalPrivacyControl?: boolean });
    if (next === state) return;
    cut();
    // what was held in wait of this belongs to the view that goes on; after a denial all starts afresh
    if (state !== 'pending') renew();
    state = next;
    if (next === 'denied') {
      held.length = 0;
      identity.forget();
      for (const delivery of deliveries) delivery.purge();
    }
    release();
  };

  setConsent(consent);
  recorder.takeOver((entry) => {
    if (state === 'denied') return;
    addBounded(held, draft(entry, view));
    release();
    if (held.length === 1) clock.setTimeout(notice, NOTICE_MS);
  });
  on('shoppable-manifest-loaded', ({ manifest: loaded }) => {
    if (view.manifest && view.manifest.id !== loaded.id) {
      cut();
      renew();
    }
    view.manifest = loaded;
    release();
  });
  onPageHidden(
    () => {
      notice();
      void flush(true);
    },
    ended.signal,
    page,
  );

  return {
    get viewId() {
      return state === 'granted' ? view.viewId : undefined;
    },
    setConsent,
    flush: () => flush(),
    stop() {
      void flush(true, true);
      ended.abort();
      recorder.takeOver();
    },
  };
}
