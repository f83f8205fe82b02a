import { BeaconEvent } from '../events/beacon.js';
import type { LossReport } from '../schema/beacon.js';
import type { Manifest } from '../schema/manifest.js';
import { type Clock, systemClock } from '../shared/clock.js';
import { onPageHidden } from '../shared/page-lifecycle.js';
import { warnOnce } from '../shared/warn.js';
import { type Consent, effectiveConsent } from './consent.js';
import { type DenialPage, shareDenial } from './denial.js';
import { FORMATS, type Format } from './encoders/formats.js';
import { type Draft, draft, openView, type PageFields, seal } from './envelope.js';
import { hold } from './held.js';
import { createIdentity, type IdScope, type Storages } from './identity.js';
import { type BeaconTarget, listen } from './listen.js';
import { createOutlet } from './outlet.js';
import { pageNow } from './page-clock.js';
import type { Recorder } from './recorder.js';
import { countLoss } from './store/count-loss.js';
import { forgetStored } from './store/forget.js';
import { type From, itemOf } from './store/item.js';
import type { BeaconTransport } from './transport/transport.js';
import type { Assignment, WithArm } from './with-arm.js';

export type { BeaconTransport, TransportReply } from './transport/transport.js';
export type { BeaconTarget, Consent, IdScope, PageFields };

const NOTICE_MS = 5_000;
/** So long events are made ready in one task. */
const SLICE_MS = 0.5;
/** When more than these wait for their turn, they have it at once. */
const MOST_HELD = 200;

export interface BeaconOptions extends From {
  readonly target: BeaconTarget;
  readonly recorder: Recorder;
  /** None: nothing leaves the page, `shoppable-beacon` is still sent. The format is `native` when there is none. */
  readonly endpoints?: readonly { readonly url: string; readonly format?: string }[];
  readonly fields?: PageFields;
  /** Of the experiment that the view is in. */
  readonly withArm?: WithArm;
  /** Anything but `granted` and `denied` is `pending`. */
  readonly consent?: string | null;
  readonly idScope?: IdScope;
  /** If it was loaded before this code; a later one is heard. */
  readonly manifest?: Manifest;
  readonly clock?: Clock;
  /** Unix time, ms, at which the recorder's clock began. Default: the epoch. */
  readonly originMs?: number;
  /** The window. */
  readonly page?: EventTarget &
    Storages &
    DenialPage & {
      readonly indexedDB?: IDBFactory;
      readonly document: Pick<EventTarget, 'addEventListener'> & {
        readonly prerendering?: boolean;
        readonly visibilityState?: string;
      };
    };
  readonly transport?: BeaconTransport;
  /** 0..1, spreads the retries. */
  readonly random?: () => number;
}

export interface Beacons {
  /** Names the view, and its arm, towards the shop; undefined unless consent is granted. */
  readonly trace: ({ readonly viewId: string } & Partial<Assignment>) | undefined;
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
  withArm = (ids) => ids,
  consent,
  idScope = 'persistent',
  manifest,
  clock = { ...systemClock, now: pageNow },
  originMs = 0,
  page = window,
  transport,
  random,
  ...from
}: BeaconOptions): Beacons {
  const held: Draft[] = [];
  const ended = new AbortController();
  const { signal } = ended;
  const identity = createIdentity(idScope, page);
  /** What more was recorded than may wait, here or before this code came. */
  let lost: LossReport['lost'] | undefined;
  let view = openView(manifest);
  let state: Consent | undefined;

  const outlets = endpoints.flatMap(({ url, format = 'native' }) => {
    if (FORMATS.includes(format as Format))
      return createOutlet({
        url,
        format: format as Format,
        transport,
        random,
        clock,
        page,
        durable: idScope === 'persistent',
      });
    warnOnce(format, `${url} gets no beacons: format "${format}" is unknown, use "${FORMATS.join('", "')}".`);
    return [];
  });
  const renew = () => {
    view = openView(view.manifest);
  };
  const { on, cut } = listen(target, recorder.record, () => view, renew, clock, signal);

  const lose = (type: string) => {
    lost = countLoss(lost, type);
  };
  recorder.dropped.forEach(lose);
  let due: unknown;
  const may = () => state === 'granted' && view.manifest;
  const release = (forMs = Number.POSITIVE_INFINITY) => {
    const begunMs = performance.now();
    clock.clearTimeout(due);
    due = undefined;
    if (!may()) return;
    if (lost) {
      const record = { type: 'loss_report', reason: 'held', lost } as const;
      held.push(draft({ record, atMs: clock.now() }, openView(view.manifest)));
      lost = undefined;
    }
    let next: Draft | undefined;
    // asked anew for each: a listener may withdraw the consent
    while (may() && (next = held.shift())) {
      const event = seal(next, withArm(identity.at(next.atMs)), fields);
      if (outlets.length) {
        const item = itemOf(event, from);
        for (const outlet of outlets) outlet.add(item);
      }
      target.dispatchEvent(new BeaconEvent(event));
      if (performance.now() - begunMs > forMs) break;
    }
    if (held.length) releaseSoon();
  };
  /**
   * Not within the shopper's tap, which shall cost no more than taking note, and a few at a time. The timers of a hidden
   * page come late.
   */
  const releaseSoon = () => {
    if (!may()) return;
    if (page.document.visibilityState === 'hidden' || held.length > MOST_HELD) release();
    else due ??= clock.setTimeout(() => release(SLICE_MS), 0);
  };
  const notice = () => {
    if (told || !held.length || state !== 'pending' || !outlets.length || page.document.prerendering) return;
    told = true;
    console.info(`[shoppable-video] ${held.length} beacons are held: consent is pending.`);
  };
  const open = (next: boolean) => {
    for (const outlet of outlets) outlet.setOpen(next);
  };
  const become = (next: Consent) => {
    if (next === state) return;
    cut();
    if (next !== 'denied') release();
    // what was held in wait of this belongs to the view that goes on; after a denial all starts afresh
    if (state !== 'pending') renew();
    state = next;
    if (next === 'denied') {
      held.length = 0;
      lost = undefined;
      identity.forget();
      for (const outlet of outlets) outlet.purge();
      forgetStored(page);
    }
    open(next === 'granted');
    release();
  };
  const tellDenial = shareDenial(page, () => become('denied'), signal);
  const setConsent = (asked: string | null | undefined) => {
    const before = state;
    const next = effectiveConsent(asked, navigator as { globalPrivacyControl?: boolean });
    // A page that is drawn ahead may never be looked at: nothing is sent or stored for it before it is.
    const early = next === 'granted' && page.document.prerendering;
    if (early) page.document.addEventListener('prerenderingchange', () => setConsent(asked), { signal });
    become(early ? 'pending' : next);
    if (next === 'denied' && before && before !== next) tellDenial();
  };

  setConsent(consent);
  recorder.takeOver((entry) => {
    if (state === 'denied') return;
    const going = hold(held, draft({ ...entry, atMs: Math.round(originMs + entry.atMs) }, view));
    if (going) lose(going.type);
    releaseSoon();
    if (state === 'pending' && held.length === 1) clock.setTimeout(notice, NOTICE_MS);
  });
  on('shoppable-manifest-loaded', ({ manifest: loaded }) => {
    if (view.manifest && view.manifest.id !== loaded.id) {
      cut();
      renew();
    }
    view.manifest = loaded;
    release();
  });
  const final = () => {
    cut();
    release();
    for (const outlet of outlets) outlet.final();
  };
  onPageHidden(
    () => {
      notice();
      final();
    },
    signal,
    page,
  );
  // A page that is kept for the way back holds neither a lock nor a connection (bfcache).
  const leave = () => {
    for (const outlet of outlets) outlet.leave();
  };
  page.addEventListener('pagehide', leave, { signal });
  page.addEventListener('pageshow', () => open(state === 'granted'), { signal });

  return {
    get trace() {
      return state === 'granted' ? { viewId: view.viewId, ...withArm(identity.at(clock.now())) } : undefined;
    },
    setConsent,
    flush() {
      cut();
      release();
      return Promise.all(outlets.map((outlet) => outlet.flush()));
    },
    stop() {
      final();
      for (const outlet of outlets) outlet.close();
      ended.abort();
      recorder.takeOver();
    },
  };
}
