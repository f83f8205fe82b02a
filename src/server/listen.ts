import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const FIRST_PORT = 8080;
const TRIES = 100;

function listenAt(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Starts to listen.
 * @param port exactly this one, 0 for any free one; left out, 8080 or the next that is free
 * @returns the address as a URL without a path
 * @throws when the port is taken or may not be used
 */
export async function listen(server: Server, host: string, port?: number): Promise<string> {
  const last = port ?? FIRST_PORT + TRIES;
  for (let candidate = port ?? FIRST_PORT; ; candidate += 1) {
    try {
      await listenAt(server, host, candidate);
      break;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (isTaken && candidate < last) continue;
      throw isTaken
        ? new Error(`Port ${candidate} of ${host} is taken. Set PORT to another one.`, { cause: error })
        : error;
    }
  }
  const { address, family, port: bound } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`;
}
