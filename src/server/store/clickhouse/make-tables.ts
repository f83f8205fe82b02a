import { type ClickhouseAt, connect, unusable } from './clickhouse.js';
import { statements } from './schema.js';

/**
 * Makes the tables that are not there yet; may be run again, and beside servers that run.
 * @returns how many statements that took
 * @throws when ClickHouse does not answer or does not let it
 */
export async function makeTables(at: ClickhouseAt): Promise<number> {
  const client = connect(at);
  const all = statements(at.cluster);
  try {
    for (const query of all) await client.command({ query });
  } catch (error) {
    throw unusable(error);
  } finally {
    await client.close();
  }
  return all.length;
}
