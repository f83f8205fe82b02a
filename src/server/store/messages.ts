/** What the server's thread and that of the store say to each other. */
import type { Erasure } from '../erase/erasure.js';
import type { Position } from '../journal/position.js';
import type { ClickhouseAt } from './clickhouse/clickhouse.js';
import type { Progress } from './projection.js';

/** A file of DuckDB's, which is this server's alone, or a ClickHouse, which knows this server by a name. */
export type Database =
  | {
      readonly path: string;
      readonly memoryBytes: number;
      /** How long events stay as they came before they are rolled up; for ever if not said. */
      readonly rawMs?: number;
    }
  | (ClickhouseAt & { readonly server: string });

/** What is to be followed, and from where. */
export interface Start {
  /** Directory of the journal. */
  readonly journal: string;
  readonly start: Position;
  readonly end: Position;
  readonly erasures: readonly Erasure[];
  /** Whether the database is put aside and filled anew. */
  readonly rebuild: boolean;
}

/** Those with an `id` are answered. */
export type ToStore =
  | { readonly kind: 'open'; readonly id: number; readonly database: Database }
  | ({ readonly kind: 'start'; readonly id: number } & Start)
  | { readonly kind: 'grown'; readonly start: Position; readonly end: Position }
  | { readonly kind: 'catch-up'; readonly id: number }
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly parameters: object }
  | { readonly kind: 'close'; readonly id: number };

export type FromStore =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string };
