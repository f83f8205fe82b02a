import type { BeaconEvent, LossReport } from '../schema/beacon.js';
import type { Draw } from './draw.js';

/** Of the views, those of which something does not arrive, and of these those whose player tells of it. */
const LOSSY = 0.05;
const TOLD = 0.4;

export interface Arrived {
  readonly events: readonly BeaconEvent[];
  readonly lost: number;
  readonly report?: LossReport;
}

/** What arrives of a view: at times some in the middle do not, which leaves a gap in the numbers. */
export function arriveOf(events: readonly BeaconEvent[], draw: Draw): Arrived {
  if (events.length < 4 || !draw.happens(LOSSY)) return { events, lost: 0 };
  const from = 1 + Math.floor(draw.random() * (events.length - 3));
  const count = 1 + Math.floor(draw.random() * (events.length - 1 - from));
  const gone = events.slice(from, from + count);
  const kept = events.filter((event) => !gone.includes(event));
  return { events: kept, lost: count, report: draw.happens(TOLD) ? reportOf(gone, kept.at(-1)!, draw) : undefined };
}

/** It stands in a view of its own. */
function reportOf(gone: readonly BeaconEvent[], last: BeaconEvent, draw: Draw): LossReport {
  const counts: Record<string, number> = {};
  for (const { type } of gone) counts[type] = (counts[type] ?? 0) + 1;
  const { atMs, viewerId, idScope, sessionId, videoId } = last;
  return {
    type: 'loss_report',
    reason: 'capacity',
    lost: counts,
    eventId: draw.id(atMs),
    seq: 0,
    atMs,
    viewerId,
    idScope,
    sessionId,
    viewId: draw.id(atMs),
    videoId,
  };
}
