/** What the server answers at `/v1/insights/{metric}`, and `/v1/videos`. Shares are 0..1, money minor units. */
export interface Row {
  readonly [name: string]: unknown;
  readonly k?: number;
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Answer {
  readonly metric: string;
  readonly unit: string;
  readonly definition: string;
  readonly basis: string;
  readonly rows: readonly Row[];
  readonly summary?: Readonly<Record<string, unknown>>;
  readonly botShare: number | null;
  readonly lossShare: number | null;
}

export interface KnownVideo {
  readonly site: string;
  readonly video: string;
  readonly title: string | null;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** Where a question stands. While it is asked anew the earlier answer stays. */
export interface Asked<T = Answer> {
  readonly url: string;
  readonly answer?: T;
  readonly error?: string;
  /** Of the HTTP answer; 0 where there was none. */
  readonly status?: number;
}

/** Neither an answer nor an error has come. */
export const isComing = ({ answer, error }: Asked<unknown>): boolean => answer === undefined && error === undefined;
