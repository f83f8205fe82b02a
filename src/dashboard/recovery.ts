/** What of `GET /v1/recovery` this page shows: carts that were left, and how far bringing them back has come. */
export interface LeftCart {
  readonly intent: string;
  readonly video: string;
  readonly title: string | null;
  readonly positionMs: number;
  readonly lastMs: number;
  readonly ageMs: number;
  readonly currency: string | null;
  readonly valueMinor: number | null;
  readonly lines: readonly { readonly product: string; readonly name: string | null; readonly quantity: number }[];
  readonly state: string;
}

export interface Recovery {
  readonly on: boolean;
  readonly holdout: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly intents: readonly LeftCart[];
}
