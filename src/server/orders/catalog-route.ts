import type { Context } from 'hono';
import { ExperimentEntry, InventoryEntry, ProductEntry, SegmentEntry, VideoEntry } from '../../schema/order.js';
import { judge, type Kind } from './judge.js';
import type { CatalogRecord } from './shop-record.js';
import { type OrderRouteParts, readObject, siteFault, tell } from './tell.js';

/** The lists of a catalogue, and what one of their entries is called in the journal. */
const LISTS: Readonly<Record<string, { kind: Kind<object>; one: keyof CatalogRecord }>> = {
  products: { kind: ProductEntry, one: 'product' },
  inventory: { kind: InventoryEntry, one: 'inventory' },
  videos: { kind: VideoEntry, one: 'video' },
  segments: { kind: SegmentEntry, one: 'segment' },
  experiments: { kind: ExperimentEntry, one: 'experiment' },
};

/**
 * `POST /v1/catalog` `{ site, simulated, products, inventory, videos, segments, experiments }`, each but the first two a list and none
 * required but the first. Every entry is judged by itself; a later one takes the place of an earlier one for the same product, day, video,
 * segment or experiment. `simulated` says that what the site has is made up. 200: `{ taken, rejected }`.
 */
export function catalogRoute(parts: OrderRouteParts) {
  return async (context: Context): Promise<Response> => {
    const read = readObject(await context.req.text());
    if ('fault' in read) return context.json(read.fault, 400);
    const { site, simulated, ...lists } = read.body as { site?: string; simulated?: unknown };
    const fault = siteFault(site, parts.settings.sites);
    if (fault) return context.json({ error: fault.error, path: fault.path }, fault.status);
    const wrong = Object.entries(lists).find(([name, list]) => !Object.hasOwn(LISTS, name) || !Array.isArray(list));
    if (wrong) {
      const error = Object.hasOwn(LISTS, wrong[0])
        ? `${wrong[0]} must be a list.`
        : `${wrong[0]} is not a known key. Known: simulated, ${Object.keys(LISTS).join(', ')}.`;
      return context.json({ error, path: wrong[0] }, 400);
    }
    if (simulated !== undefined && typeof simulated !== 'boolean')
      return context.json({ error: 'simulated must be true or false.', path: 'simulated' }, 400);
    const receivedMs = parts.now();
    const judged = Object.entries(lists as unknown as Record<string, unknown[]>).map(([name, list]) => {
      const { kind, one } = LISTS[name]!;
      const { taken, rejected } = judge(kind, list, name);
      return { records: taken.map((entry) => ({ site: site!, receivedMs, [one]: entry })), rejected };
    });
    const records: CatalogRecord[] = judged.flatMap((list) => list.records);
    if (simulated !== undefined) records.unshift({ site: site!, receivedMs, simulated });
    const rejected = judged.flatMap((list) => list.rejected);
    return tell(context, parts, records, () => ({ taken: records.length, rejected }));
  };
}
