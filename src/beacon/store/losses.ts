import type { BeaconEvent, LossReport } from '../../schema/beacon.js';
import { uuidv7 } from '../../shared/ids.js';
import { countLoss } from './count-loss.js';
import { type Item, itemOf } from './item.js';

export type LossReason = LossReport['reason'];

/**
 * The report that these events are lost, as an event like any other: of the viewer and the session of the last of them,
 * but in a view of its own, so that the gap which they leave in theirs stays as wide as it is.
 * @param before a report for the same reason that nobody has seen yet: the new one takes its place
 */
export function reportLoss(items: readonly Item[], reason: LossReason, atMs: number, before?: Item): Item | undefined {
  const real = items.filter(({ type }) => type !== 'loss_report');
  const last = real.at(-1);
  if (!last) return undefined;
  const { eventId, viewId, lost } = before
    ? (JSON.parse(before.json) as LossReport)
    : { eventId: uuidv7(atMs), viewId: uuidv7(atMs), lost: {} };
  const { viewerId, idScope, sessionId, videoId, automated } = JSON.parse(last.json) as BeaconEvent;
  const report = {
    type: 'loss_report' as const,
    eventId,
    seq: 0,
    atMs,
    viewId,
    viewerId,
    idScope,
    sessionId,
    videoId,
    automated,
    reason,
    lost: real.reduce((sum, { type }) => countLoss(sum, type), lost),
  };
  return itemOf(report, last);
}
