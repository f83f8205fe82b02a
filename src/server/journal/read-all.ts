import type { JournalReader } from './journal-reader.js';
import { isBefore } from './position.js';

/** Every record of a journal that is small enough to be held. */
export async function readAll(journal: JournalReader): Promise<unknown[]> {
  const records: unknown[] = [];
  for (let at = journal.start; isBefore(at, journal.end); ) {
    const page = await journal.read(at);
    records.push(...page.records);
    at = page.next;
  }
  return records;
}
