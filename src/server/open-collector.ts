import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../shared/clock.js';
import { createIntake, type Intake } from './collector/intake.js';
import { type Forgetting, openForgetting } from './erase/forget.js';
import { type Journal, openJournal } from './journal/journal.js';
import { bytesBetween } from './journal/journal-reader.js';
import { isBefore } from './journal/position.js';
import type { Metrics } from './metrics/metrics.js';
import { type Contacts, openContacts } from './recovery/contacts/contacts.js';
import { openRecovery, type Recovery } from './recovery/recovery.js';
import { openRejected, type Rejected } from './rejected/rejected.js';
import type { Settings } from './settings/settings.js';
import type { ClickhouseAt } from './store/clickhouse/clickhouse.js';
import { lockDirectory, serverId } from './store/clickhouse/data-directory.js';
import { openStore, type StoreClient } from './store/open-store.js';

/** The number is of the table's form: another form is another file, which is built anew from the journal. */
const DATABASE = 'events.v1.duckdb';
const DAY_MS = 24 * 3_600_000;
/** How often it is looked whether something is old enough to go. */
const RETAIN_EVERY_MS = 60_000;

export interface Collector {
  readonly journal: Journal;
  readonly intake: Intake;
  readonly rejected: Rejected;
  readonly forgetting: Forgetting;
  readonly store: StoreClient;
  readonly contacts: Contacts;
  readonly recovery: Recovery;
  close(): Promise<void>;
}

export interface CollectorParts {
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  readonly metrics: Metrics;
  readonly settings: Settings;
  /** Instead of a file in the data directory. */
  readonly clickhouse?: ClickhouseAt;
  /** Whether it is not for serving: no message is sent. */
  readonly idle?: boolean;
  /** Takes what a dry run of the recovery would send. */
  readonly print?: (text: string) => void;
  /** Whether to put the database aside and fill it anew from the journal. */
  readonly rebuild?: boolean;
}

/** Closes in the opposite order of opening, and what is open when an opening fails. */
function createCloser() {
  const closers: (() => Promise<void>)[] = [];
  return {
    add<T extends { close(): Promise<void> }>(opened: T): T {
      closers.unshift(() => opened.close());
      return opened;
    },
    async close() {
      for (const close of closers.splice(0)) await close();
    },
  };
}

/**
 * Opens what a data directory holds. The database comes first, because its lock is the lock of the whole directory: no
 * other process may mend or write the journal meanwhile.
 * @throws when the directory cannot be written, or another process has it
 */
export async function openCollector(
  dataDir: string,
  { clock, warn, metrics, settings, clickhouse, print = console.log, idle, rebuild = false }: CollectorParts,
): Promise<Collector> {
  await mkdir(dataDir, { recursive: true });
  const journalDir = join(dataDir, 'journal');
  const closer = createCloser();
  try {
    const { rawDays } = settings.store;
    if (clickhouse && rawDays) warn('`store.rawDays` is for DuckDB: what is in ClickHouse stays as it came.');
    // DuckDB locks its file by itself
    if (clickhouse) closer.add(await lockDirectory(dataDir));
    const database = clickhouse
      ? { ...clickhouse, server: await serverId(dataDir) }
      : { path: join(dataDir, DATABASE), memoryBytes: settings.store.memoryBytes, rawMs: rawDays && rawDays * DAY_MS };
    const store = closer.add(
      await openStore(database, {
        clock,
        warn,
        onProgress({ stored, duplicates, erased }) {
          metrics.stored.add(stored);
          metrics.duplicates.add(duplicates);
          if (erased) metrics.erased.add(erased);
        },
      }),
    );
    const journal = closer.add(
      await openJournal(journalDir, {
        warn,
        segmentBytes: settings.journal.segmentBytes,
        onCommit(bytes, syncS) {
          metrics.written.add(bytes);
          metrics.sync.observe(syncS);
        },
      }),
    );
    const rejectedDir = join(dataDir, 'rejected');
    const now = () => clock.now();
    const rejected = closer.add(await openRejected(rejectedDir, { ...settings.rejected, warn, now }));
    const erasedDir = join(dataDir, 'erased');
    const forgetting = closer.add(await openForgetting(erasedDir, { journal, rejected, warn, now }));

    const { erasures } = forgetting;
    const contacts = closer.add(await openContacts(join(dataDir, 'contacts'), { warn, now, erasures }));

    const isAhead = isBefore(journal.end, store.position ?? journal.end);
    if (isAhead)
      warn(
        `${clickhouse ? 'ClickHouse' : join(dataDir, DATABASE)} knows more than the journal and is built anew from it.`,
      );
    await store.follow({ journal, directory: journalDir, erasures: forgetting.list }, rebuild || isAhead);

    const { maxDays, maxBytes } = settings.journal;
    const retention = { maxAgeMs: maxDays && maxDays * DAY_MS, maxBytes };
    const retain = () =>
      journal
        .retain(retention, clock.now(), store.position ?? journal.start)
        .catch((error) => warn(`Old segments of the journal cannot be deleted: ${error}`));
    const timer = maxDays || maxBytes ? setInterval(retain, RETAIN_EVERY_MS) : undefined;
    timer?.unref();
    if (timer) await retain();
    closer.add({ close: async () => clearInterval(timer) });

    const { registry } = metrics;
    registry.gauge('shoppable_journal_bytes', 'Bytes of the journal on the disk.', () => journal.bytes);
    registry.gauge('shoppable_journal_waiting_bytes', 'Bytes that wait for the disk.', () => journal.waitingBytes);
    registry.gauge('shoppable_projection_lag_bytes', 'Bytes of the journal that the store has not taken yet.', () =>
      bytesBetween(journalDir, store.position ?? journal.start, journal.end),
    );
    registry.gauge('shoppable_rejected_bytes', 'Bytes of refused events on the disk.', () => rejected.bytes);
    const intake = createIntake({ journal, rejected, erasures, metrics });
    const recovery = closer.add(
      await openRecovery(join(dataDir, 'recovery'), {
        ...{ journal, store, contacts, erasures, clock, warn, metrics, print, idle },
        settings: settings.recovery,
      }),
    );
    return { journal, intake, rejected, forgetting, store, contacts, recovery, close: closer.close };
  } catch (error) {
    await closer.close();
    throw error;
  }
}
