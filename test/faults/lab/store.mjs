import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { nameOf } from './body.mjs';

const number = (value) => (typeof value === 'bigint' ? Number(value) : value);

/**
 * Reads the database of a server that has been closed.
 * @returns {Promise<{ eventId: string, type: string, productId: string | null, site: string, atMs: number }[]>} a row per event
 */
export async function readStore(dataDir) {
  const file = readdirSync(dataDir).find((name) => /^events\.v\d+\.duckdb$/.test(name));
  if (!file) throw new Error(`${dataDir} has no database.`);
  const instance = await DuckDBInstance.create(join(dataDir, file), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = [];
  try {
    const result = await connection.stream(
      'SELECT event_id::VARCHAR AS "eventId", type, product_id AS "productId", site, at_ms AS "atMs" FROM events',
    );
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
      for (const [eventId, type, productId, site, atMs] of chunk.getRows())
        rows.push({ eventId, type, productId: nameOf(productId), site, atMs: number(atMs) });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return rows;
}
