import type { CatalogRecord } from '../../orders/shop-record.js';
import type { Column, Table } from './table.js';

type Told<Key extends keyof CatalogRecord> = CatalogRecord & { readonly [K in Key]-?: NonNullable<CatalogRecord[K]> };

const site: Column<CatalogRecord> = { name: 'site', type: 'VARCHAR', of: (record) => record.site };
const received: Column<CatalogRecord> = { name: 'received_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs };

// Of several rows for a key the latest counts: the views `product_facts`, `stock`, `video_facts`, `segment_facts`.

export const products: Table<Told<'product'>> = {
  name: 'products',
  columns: [
    site,
    { name: 'product_id', type: 'VARCHAR', of: ({ product }) => product.productId },
    received,
    { name: 'category', type: 'VARCHAR', of: ({ product }) => product.category },
    { name: 'margin', type: 'DOUBLE', of: ({ product }) => product.margin },
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

const has =
  <Key extends 'product' | 'inventory' | 'video' | 'segment'>(key: Key) =>
  (record: CatalogRecord): record is Told<Key> =>
    record[key] !== undefined;

export const isProduct = has('product');
export const isInventory = has('inventory');
export const isVideo = has('video');
export const isSegment = has('segment');
