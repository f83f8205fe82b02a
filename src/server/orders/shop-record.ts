import type {
  ExperimentEntry,
  InventoryEntry,
  Order,
  ProductEntry,
  Refund,
  SegmentEntry,
  VideoEntry,
} from '../../schema/order.js';

/** Who told of an order: its shop's server by our own format or its platform's webhook, or a page, which anyone could. */
export type OrderSource = 'server' | 'shopify' | 'woocommerce' | 'page';

interface FromShop {
  readonly site: string;
  /** Unix milliseconds, on the server's clock. */
  readonly receivedMs: number;
}

/** An order as the journal keeps it. */
export interface OrderRecord extends FromShop {
  readonly source: OrderSource;
  readonly order: Order;
}

export interface RefundRecord extends FromShop {
  readonly source: OrderSource;
  readonly refund: Refund;
}

/** A piece of the catalogue, with exactly one of the six. A later one for the same key takes its place. */
export interface CatalogRecord extends FromShop {
  readonly product?: ProductEntry;
  readonly inventory?: InventoryEntry;
  readonly video?: VideoEntry;
  readonly segment?: SegmentEntry;
  readonly experiment?: ExperimentEntry;
  /** Whether what the site has is made up. */
  readonly simulated?: boolean;
}

/** What a shop told. */
export type ShopRecord = OrderRecord | RefundRecord | CatalogRecord;
