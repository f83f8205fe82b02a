import type { Item } from './item.js';
import { BOUNDS, type Bounds, leastValuable } from './least-valuable.js';
import { type LossReason, reportLoss } from './losses.js';

/** One change that the disk has to make as a whole. */
export interface Change {
  readonly put: Item[];
  readonly remove: string[];
}

/**
 * What this tab has in hand of one endpoint's events, oldest first. It answers at once, because a page that ends doesn't
 * wait; the disk follows.
 */
export function createBacklog(now: () => number, bounds: Bounds = BOUNDS) {
  let items = new Map<string, Item>();
  /** Are on the disk. */
  const stored = new Set<string>();
  /** A report that has gone out once may have arrived: another loss needs another report. */
  const told = new Set<string>();
  /** Were here and are dealt with: what a disk that lags behind still has of them is not taken anew. */
  const done = new Set<string>();

  const forget = (ids: readonly string[]) => {
    for (const id of ids) {
      for (const known of [items, stored, told]) known.delete(id);
      done.add(id);
    }
  };

  /** Lets events go, and puts the report of it in their place. */
  const lose = (going: readonly Item[], reason: LossReason): Change => {
    if (!going.length) return { put: [], remove: [] };
    const before = [...items.values()].find(
      ({ id, type, json }) => type === 'loss_report' && !told.has(id) && JSON.parse(json).reason === reason,
    );
    forget(going.map(({ id }) => id));
    const report = reportLoss(going, reason, now(), before);
    if (report) items.set(report.id, report);
    return { put: report ? [report] : [], remove: going.map(({ id }) => id) };
  };

  return {
    all: (): Item[] => [...items.values()],
    unstored: (): Item[] => [...items.values()].filter(({ id }) => !stored.has(id)),
    isStored: (id: string) => stored.has(id),
    add: (item: Item) => void items.set(item.id, item),
    /**
     * Takes what another tab or visit has left on the disk before its own.
     * @returns the ids of those that are dealt with, which the disk can forget
     */
    takeOver(rows: readonly Item[]): string[] {
      const open = rows.filter(({ id }) => !done.has(id));
      for (const { id, type } of open) {
        stored.add(id);
        if (type === 'loss_report') told.add(id);
      }
      items = new Map([...open.map((row) => [row.id, row] as const), ...items]);
      return rows.flatMap(({ id }) => (done.has(id) ? [id] : []));
    },
    markStored(ids: readonly string[]) {
      for (const id of ids) stored.add(id);
    },
    markTold(ids: readonly string[]) {
      for (const id of ids) told.add(id);
    },
    /** Dealt with. */
    remove: forget,
    /** On the disk, and now another tab's. */
    leave(ids: readonly string[]) {
      for (const id of ids) items.delete(id);
    },
    lose,
    /**
     * Keeps to the bounds.
     * @param flying are with the endpoint just now, and are left alone
     */
    trim(flying: ReadonlySet<string>): Change {
      const oldestMs = now() - bounds.ageMs;
      const free = () => [...items.values()].filter(({ id }) => !flying.has(id));
      const aged = lose(
        free().filter(({ atMs }) => atMs < oldestMs),
        'expired',
      );
      const over = lose(leastValuable(free(), bounds), 'capacity');
      return { put: [...aged.put, ...over.put], remove: [...aged.remove, ...over.remove] };
    },
  };
}

export type Backlog = ReturnType<typeof createBacklog>;
