import type { EventStore } from './event-store.js';
import type { Database } from './messages.js';

/**
 * Opens the database of a server, loading the package of that one alone.
 * @throws as `openDuckdb` and `openClickhouse` do
 */
export async function openDatabase(database: Database, warn: (message: string) => void): Promise<EventStore> {
  if ('path' in database) {
    const { openDuckdb } = await import('./duckdb.js');
    return openDuckdb(database.path, warn, database.memoryBytes);
  }
  const { openClickhouse } = await import('./clickhouse/clickhouse.js');
  return openClickhouse(database, database.server);
}

/** Opens it so that it takes the journal from the beginning: a file is put aside, what is shared stays and is asked again. */
export async function openAnew(
  database: Database,
  open: EventStore,
  warn: (message: string) => void,
): Promise<EventStore> {
  if (!('path' in database)) {
    await open.reset!();
    return open;
  }
  const { setAside } = await import('./opening.js');
  await open.close();
  await setAside(database.path);
  return openDatabase(database, warn);
}
