import type { Query } from '../../insights/query.js';
import type { Position } from '../collector/position.js';
import type { StoredEvent } from '../collector/stored-event.js';

/** A database of events that can be rebuilt from the journal at any time. */
export interface EventStore {
  /** How far into the journal it has got; undefined for an empty one. */
  position(): Promise<Position | undefined>;
  /** Takes events that it does not have yet, by `eventId`, and the position behind them: both or neither. */
  apply(events: readonly StoredEvent[], next: Position): Promise<void>;
  /** Asks the table `events`, whose columns are those of `columns.ts`. */
  readonly query: Query;
  close(): Promise<void>;
}
