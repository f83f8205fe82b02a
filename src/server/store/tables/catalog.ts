import type { ExperimentEntry } from '../../../schema/order.js';
import type { CatalogRecord } from '../../orders/shop-record.js';
import type { Column, Table } from './table.js';

type Told<Key extends keyof CatalogRecord> = CatalogRecord & { readonly [K in Key]-?: NonNullable<CatalogRecord[K]> };

const site: Column<CatalogRecord> = { name: 'site', type: 'VARCHAR', of: (record) => record.site };
const received: Column<CatalogRecord> = { name: 'received_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs };

// Of several rows for a key the latest counts: the views `product_facts`, `stock`, `video_facts`, `segment_facts`, `arm_facts`, `site_facts`.

export const products: Table<Told<'product'>> = {
  name: 'products',
  columns: [
    site,
    { name: 'product_id', type: 'VARCHAR', of: ({ product }) => product.productId },
    received,
    { name: 'category', type: 'VARCHAR', of: ({ product }) => product.category },
    { name: 'margin', type: 'DOUBLE', of: ({ product }) => product.margin },
    { name: 'name', type: 'VARCHAR', of: ({ product }) => product.name },
  ],
};

export const inventory: Table<Told<'inventory'>> = {
  name: 'inventory',
  columns: [
    site,
    { name: 'product_id', type: 'VARCHAR', of: ({ inventory }) => inventory.productId },
    { name: 'day', type: 'VARCHAR', of: ({ inventory }) => inventory.day },
    { name: 'stock', type: 'BIGINT', of: ({ inventory }) => inventory.stock },
    received,
  ],
};

export const videos: Table<Told<'video'>> = {
  name: 'videos',
  columns: [
    site,
    { name: 'video_id', type: 'VARCHAR', of: ({ video }) => video.videoId },
    received,
    { name: 'title', type: 'VARCHAR', of: ({ video }) => video.title },
    { name: 'cost_minor', type: 'BIGINT', of: ({ video }) => video.costMinor },
    { name: 'currency', type: 'VARCHAR', of: ({ video }) => video.currency },
    { name: 'url', type: 'VARCHAR', of: ({ video }) => video.url },
  ],
};

export const segments: Table<Told<'segment'>> = {
  name: 'segments',
  columns: [
    site,
    { name: 'video_id', type: 'VARCHAR', of: ({ segment }) => segment.videoId },
    { name: 'segment', type: 'VARCHAR', of: ({ segment }) => segment.segment },
    received,
    { name: 'label', type: 'VARCHAR', of: ({ segment }) => segment.label },
    { name: 'from_ms', type: 'BIGINT', of: ({ segment }) => segment.fromMs },
    { name: 'to_ms', type: 'BIGINT', of: ({ segment }) => segment.toMs },
    { name: 'host', type: 'VARCHAR', of: ({ segment }) => segment.host },
  ],
};

export const sites: Table<Told<'simulated'>> = {
  name: 'sites',
  columns: [site, received, { name: 'simulated', type: 'BOOLEAN', of: ({ simulated }) => simulated }],
};

interface ArmRow extends CatalogRecord {
  readonly experiment: ExperimentEntry;
  readonly place: number;
  readonly arm: string;
  readonly share: number;
}

/** A row per arm, `place` 0 that which others are compared with, and the holdout last. Shares add up to 1. */
export const arms: Table<ArmRow> = {
  name: 'arms',
  columns: [
    site,
    { name: 'experiment', type: 'VARCHAR', of: ({ experiment }) => experiment.id },
    { name: 'arm', type: 'VARCHAR', of: ({ arm }) => arm },
    { name: 'place', type: 'BIGINT', of: ({ place }) => place },
    { name: 'share', type: 'DOUBLE', of: ({ share }) => share },
    received,
  ],
};

export const armRows = (records: readonly Told<'experiment'>[]): ArmRow[] =>
  records.flatMap((record) => {
    const { arms, holdout } = record.experiment;
    const whole = arms.reduce((sum, { weight }) => sum + weight, 0);
    const filled = arms.map(({ id, weight }) => ({ arm: id, share: ((1 - holdout) * weight) / whole }));
    return [...filled, { arm: 'holdout', share: holdout }].map((arm, place) => ({ ...record, ...arm, place }));
  });

const has =
  <Key extends 'product' | 'inventory' | 'video' | 'segment' | 'experiment' | 'simulated'>(key: Key) =>
  (record: CatalogRecord): record is Told<Key> =>
    record[key] !== undefined;

export const isProduct = has('product');
export const isInventory = has('inventory');
export const isVideo = has('video');
export const isSegment = has('segment');
export const isExperiment = has('experiment');
export const isSite = has('simulated');
