import type { Erasures } from '../erase/erasure.js';
import { strip } from '../erase/strip.js';
import type { Journal } from '../journal/journal.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ShopRecord } from '../orders/shop-record.js';
import type { Rejected } from '../rejected/rejected.js';
import type { TakenBatch } from './take-batch.js';

/** The way of events to the disk, by whichever door they came. */
export interface Intake {
  /**
   * Resolves once all are on disk: what was taken in the journal, what was rejected beside it. Events of somebody who is
   * erased are dropped, and count as taken: their sender need not keep them.
   * @throws when the disk refuses; none counts as taken then
   */
  take(batch: TakenBatch): Promise<void>;
  /**
   * The same for what a shop tells. Of somebody who is erased it is taken without them.
   * @throws when the disk refuses; none counts as taken then
   */
  tell(records: readonly ShopRecord[]): Promise<void>;
}

export interface IntakeParts {
  readonly journal: Pick<Journal, 'append'>;
  readonly rejected: Pick<Rejected, 'add'>;
  readonly erasures: Erasures;
  readonly metrics: Metrics;
}

export function createIntake({ journal, rejected, erasures, metrics }: IntakeParts): Intake {
  return {
    async tell(records) {
      await journal.append(records.map((record) => strip(record, erasures)!));
      metrics.told.add(records.length);
    },
    async take(batch) {
      const taken = batch.taken.flatMap((stored) => strip(stored, erasures) ?? []);
      const refused = batch.rejected.filter((event) => !erasures.has(event));
      // none before the other: each is synced by itself
      const results = await Promise.allSettled([
        taken.length ? journal.append(taken) : undefined,
        refused.length ? rejected.add(refused) : undefined,
      ]);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
      metrics.taken.add(taken.length);
      if (taken.length < batch.taken.length) metrics.erased.add(batch.taken.length - taken.length);
      for (const { kind } of batch.rejected) metrics.rejected.add(1, { reason: kind });
    },
  };
}
