import { createRegistry, type Registry } from './registry.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the server counts. Whoever does a thing counts it here; gauges are added by whoever can read them. */
export function createMetrics(registry: Registry = createRegistry()) {
  const { counter, histogram } = registry;
  return {
    registry,
    taken: counter('shoppable_events_taken_total', 'Events acknowledged: they are on the disk.'),
    rejected: counter(
      'shoppable_events_rejected_total',
      'Events refused by their batch’s reply and kept aside, by reason.',
    ),
    refused: counter('shoppable_batches_refused_total', 'Batches of which nothing was taken, by reason.'),
    told: counter(
      'shoppable_shop_records_taken_total',
      'Orders, refunds and entries of the catalogue acknowledged: they are on the disk.',
    ),
    stored: counter('shoppable_events_stored_total', 'Events that the store has taken.'),
    duplicates: counter('shoppable_events_duplicate_total', 'Events that the store had already, by their id.'),
    messages: counter(
      'shoppable_recovery_messages_total',
      'Messages about what was left in carts, by what became of a try.',
    ),
    erased: counter('shoppable_events_erased_total', 'Events dropped because their viewer, session or view is erased.'),
    written: counter('shoppable_journal_written_bytes_total', 'Bytes written to the journal.'),
    sync: histogram('shoppable_journal_sync_seconds', 'Time that the disk took for a sync of the journal.', SECONDS),
    acknowledged: histogram(
      'shoppable_acknowledge_seconds',
      'Time from a batch’s headers to its acknowledgement.',
      SECONDS,
    ),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
