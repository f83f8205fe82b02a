import type { ProductId } from './products.js';

/** Times are seconds of the film, as in a manifest. */
export interface Hotspot {
  readonly id: string;
  readonly product: ProductId;
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly host?: string;
}

/** How an arm differs from the control: factors of the chances that the video has. */
export interface Arm {
  readonly id: string;
  readonly weight: number;
  readonly clicks?: number;
  readonly carts?: number;
  readonly host?: string;
}

export interface Video {
  readonly id: string;
  readonly title: string;
  readonly duration: number;
  readonly hotspots: readonly Hotspot[];
  readonly segments: readonly Segment[];
  readonly surface: string;
  readonly pageType: string;
  readonly campaign?: { readonly id: string; readonly source: string; readonly medium: string };
  readonly costMinor: number;
  /** Its share of all viewers, in relation to the others. */
  readonly traffic: number;
  /** Of those who have it before them, the share that plays it. */
  readonly plays: number;
  /** Of those, the share that clicks a hotspot: the click-through rate that insights have to find. */
  readonly clicks: number;
  /** How much each product is clicked in relation to the others that are shown beside it. */
  readonly wanted: Readonly<Partial<Record<ProductId, number>>>;
  /** Of those who have clicked, the share that puts it in the cart. */
  readonly carts: number;
  /** The moment that sells: of those who click and have seen it, that share does so within a second of it. */
  readonly peak?: { readonly at: number; readonly share: number };
  readonly experiment?: { readonly id: string; readonly holdout: number; readonly arms: readonly Arm[] };
}
