import type { Dialect } from '../../insights/dialects/dialect.js';
import type { Query } from '../../insights/query.js';
import type { StoredEvent, ToldRecord } from '../collector/stored-event.js';
import type { Erasure } from '../erase/erasure.js';
import type { Position } from '../journal/position.js';

/** For how long an event that comes again is known again, by the server's clock: more than four times as long as a client keeps one. */
export const DEDUP_WINDOW_MS = 30 * 24 * 3_600_000;

/** A part of the journal, to be taken as a whole or not at all. */
export interface Page {
  readonly events: readonly StoredEvent[];
  /** What the shops told, and who is written to. It is appended as often as it comes: the views keep one. */
  readonly told?: readonly ToldRecord[];
  /** Whose rows are to go. Nothing of theirs is in `events` and `told`. */
  readonly erase?: readonly Erasure[];
  /** The position behind it. */
  readonly next: Position;
}

export interface Applied {
  /** Events that it had already: sent again, or another event under the same id. The first that came stays. */
  readonly duplicates: number;
}

/**
 * A database of events that can be rebuilt from the journal at any time.
 *
 * Events are known again by their `eventId`, in the store and nowhere before it. A batch that is sent again may reach
 * another server, behind a balancer, and then stands in two journals: in a store that both servers share it is kept once,
 * because whoever comes second finds it there, in whatever order the two journals arrive. A shared store therefore needs
 * (a) a write that keeps the first of an id even when two writers are at it at once (a unique key, or a table that merges
 * rows by `event_id` and reads with that applied), and (b) a position per journal, written with the rows. Nothing
 * else is ordered between servers: an event's time is computed from itself alone (`event-time.ts`), and erasures hold for
 * what comes after them, too.
 */
export interface EventStore {
  /** How far into the journal it has got; undefined for an empty one. */
  position(): Promise<Position | undefined>;
  /** Takes the events that it does not have yet within `DEDUP_WINDOW_MS`, and the position behind them: both or neither. */
  apply(page: Page): Promise<Applied>;
  /**
   * Makes fewer rows, which tell the same, of the oldest events that were received before a time, a slice of them at once.
   * @returns whether there were any, and so may be more
   */
  rollUp?(beforeMs: number, sliceMs?: number): Promise<boolean>;
  /** Forgets how far it has got, for what there is to come once more. Only a shared store, which is not put aside. */
  reset?(): Promise<void>;
  /** Asks the tables of `tables/`, and the views of `src/insights/views.ts`. */
  readonly query: Query;
  /** In which `query` is asked. */
  readonly dialect: Dialect;
  close(): Promise<void>;
}
