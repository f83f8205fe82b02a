import type { ServerOptions } from './main.js';

/**
 * The server's options from the environment: `HOST`, `PORT` and `DATA_DIR` (default: `.data`, from where the command runs).
 * @throws when one makes no sense
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Pick<ServerOptions, 'host' | 'port' | 'dataDir'> {
  const port = env.PORT ? Number(env.PORT) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`PORT must be a whole number from 0 to 65535, is ${JSON.stringify(env.PORT)}.`);
  }
  return { host: env.HOST || undefined, port, dataDir: env.DATA_DIR || '.data' };
}
