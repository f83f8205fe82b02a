/**
 * Where the demo listens and keeps its events.
 * @param env `HOST` (127.0.0.1), `PORT` (8080 or the next that is free, 0: any), `DATA_DIR`
 * @throws when the port makes no sense
 */
export function readSettings({ HOST, PORT, DATA_DIR }, dataDir) {
  const port = PORT ? Number(PORT) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`PORT must be a whole number from 0 to 65535, is ${JSON.stringify(PORT)}.`);
  }
  return { host: HOST || undefined, port, dataDir: DATA_DIR || dataDir };
}
