import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock.js';
import { openDuckdb, removeDuckdb } from '../store/duckdb.js';
import type { EventStore } from '../store/event-store.js';
import { type Journal, openJournal } from './journal.js';
import { isBefore } from './position.js';
import { type Projection, startProjection } from './projection.js';

/** The number is of the table's form: another form is another file, which is built anew from the journal. */
const DATABASE = 'events.v1.duckdb';

export interface Collector {
  readonly journal: Journal;
  readonly store: EventStore;
  readonly projection: Projection;
  close(): Promise<void>;
}

/**
 * Opens what a data directory holds. The database comes first, because its lock is the lock of the whole directory: no
 * other process may mend or write the journal meanwhile.
 * @throws when the directory cannot be written, or another process has it
 */
export async function openCollector(
  dataDir: string,
  { clock, warn }: { clock: Clock; warn: (message: string) => void },
): Promise<Collector> {
  await mkdir(dataDir, { recursive: true });
  const database = join(dataDir, DATABASE);
  let store = await openDuckdb(database, warn);
  let journal: Journal | undefined;
  try {
    journal = await openJournal(join(dataDir, 'journal'), { warn });
    const position = await store.position();
    if (position && isBefore(journal.end, position)) {
      warn(`${database} knows more than the journal and is built anew from it.`);
      await store.close();
      await removeDuckdb(database);
      store = await openDuckdb(database, warn);
    }
    const projection = await startProjection({ journal, store, clock, warn });
    const opened = { journal, store, projection };
    return {
      ...opened,
      async close() {
        await opened.journal.close();
        await projection.close();
        await opened.store.close();
      },
    };
  } catch (error) {
    await journal?.close();
    await store.close();
    throw error;
  }
}
