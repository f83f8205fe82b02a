import type { BeaconEvent } from '../schema/beacon.js';
import type { Manifest } from '../schema/manifest.js';
import { uuidv7 } from '../shared/ids.js';
import type { Identity } from './identity.js';
import type { RecordedAt } from './recorder.js';

/** One mount of one video. It ends with the video, or after an hour of pause. */
export interface View {
  readonly viewId: string;
  /** Of the next event. */
  seq: number;
  /** Missing until it is loaded. */
  manifest?: Manifest;
  started?: boolean;
  /** Hotspots that have been exposed. */
  readonly exposed: Set<string>;
}

/** An event without the ids that may not be read before consent. */
export type Draft = Pick<BeaconEvent, 'type' | 'seq' | 'atMs'> & { readonly view: View };

/** What the page says about itself, put into every event. */
export type PageFields = Partial<Pick<BeaconEvent, 'surface' | 'pageType'>>;

export const openView = (manifest?: Manifest): View => ({
  viewId: uuidv7(),
  seq: 0,
  manifest,
  exposed: new Set(),
});

/** Numbers the record within its view at once, so that one lost later leaves a gap that shows the loss. */
export const draft = ({ record, atMs }: RecordedAt, view: View): Draft => ({
  ...record,
  seq: view.seq++,
  atMs,
  view,
});

/**
 * The id of the segment in which an event happened or began, as the token of a cart line has it. Of a view before playback no more
 * than the manifest's name is known.
 */
const segmentOf = (event: object, { segments }: Partial<Manifest>) => {
  const { positionMs, fromMs = positionMs } = event as { positionMs?: number; fromMs?: number };
  const within = segments?.filter(({ start, end }) => start * 1000 <= fromMs! && fromMs! < end * 1000);
  return within?.sort((a, b) => b.start - a.start)[0]?.id;
};

/** The event as it goes to the endpoints. The manifest of its view has to be known. */
export const seal = (
  { view: { manifest, viewId }, ...event }: Draft,
  identity: Identity,
  fields?: PageFields,
): BeaconEvent =>
  ({
    ...event,
    eventId: uuidv7(event.atMs),
    viewId,
    ...identity,
    ...fields,
    videoId: manifest!.id,
    segment: segmentOf(event, manifest!),
    campaign: manifest!.campaign,
    automated: navigator.webdriver || undefined,
  }) as BeaconEvent;
