import type { BeaconEvent, BeaconRecord } from '../schema/beacon.js';
import type { Draw } from './draw.js';
import type { Assignment, Identity } from './identity.js';
import type { Video } from './shop/video.js';

/** One mount of one video, and what the player records of it. */
export interface View {
  readonly viewId: string;
  readonly video: Video;
  readonly assigned: Assignment;
  record(atMs: number, record: BeaconRecord): void;
  /** In their order, numbered without a gap. */
  events(): BeaconEvent[];
}

/** The segment of a moment of the film, by its id. */
export const segmentAt = ({ segments }: Video, ms: number): string | undefined =>
  segments.find(({ start, end }) => start * 1000 <= ms && ms < end * 1000)?.id;

function placeOf(record: BeaconRecord): number | undefined {
  if ('positionMs' in record) return record.positionMs;
  return 'fromMs' in record ? record.fromMs : undefined;
}

export function createView(
  video: Video,
  who: Identity,
  assigned: Assignment,
  atMs: number,
  draw: Draw,
  more: { readonly automated?: boolean } = {},
): View {
  const recorded: { atMs: number; record: BeaconRecord }[] = [];
  const viewId = draw.id(atMs);
  return {
    viewId,
    video,
    assigned,
    record: (at, record) => void recorded.push({ atMs: Math.round(at), record }),
    events: () =>
      recorded
        .sort((a, b) => a.atMs - b.atMs)
        .map(({ atMs: at, record }, seq) => {
          const place = placeOf(record);
          return {
            ...record,
            seq,
            atMs: at,
            eventId: draw.id(at),
            ...who,
            viewId,
            videoId: video.id,
            surface: video.surface,
            pageType: video.pageType,
            campaign: video.campaign,
            segment: place === undefined ? undefined : segmentAt(video, place),
            ...assigned.name,
            ...more,
          } as BeaconEvent;
        }),
  };
}
