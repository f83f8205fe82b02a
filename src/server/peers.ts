/** Installed only by who runs the server: a page author who takes the player downloads no database. */
const PEERS = ['hono', '@hono/node-server', 'isbot'];
const ENGINES = { duckdb: '@duckdb/node-api', clickhouse: '@clickhouse/client' };

const isMissing = (error: unknown) => (error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND';

/**
 * Makes sure that the packages of the server are there.
 * @throws one error with the command that installs all that are missing
 */
export async function requirePeers(
  engine: keyof typeof ENGINES = 'duckdb',
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<void> {
  const missing: string[] = [];
  for (const name of [...PEERS, ENGINES[engine]]) {
    try {
      await load(name);
    } catch (error) {
      if (!isMissing(error)) throw error;
      missing.push(name);
    }
  }
  if (missing.length) {
    throw new Error(`The server needs packages that are not installed. Run: npm install ${missing.join(' ')}`);
  }
}
