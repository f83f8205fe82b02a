import type { Replayed } from '../../server/rejected/rejected.js';
import type { Command } from '../command.js';

/** Has a running server do it, which has the data directory for itself. */
async function askServer(url: string, key: string | undefined): Promise<Replayed> {
  const { SIGNATURE_HEADER, signRequest } = await import('../../server/access/signed.js');
  const address = new URL('/v1/rejected/replay', url);
  const signed = {
    timeS: Math.floor(Date.now() / 1000),
    method: 'POST',
    path: address.pathname,
    body: new Uint8Array(),
  };
  const headers: Record<string, string> = key ? { [SIGNATURE_HEADER]: signRequest(key, signed) } : {};
  const response = await fetch(address, { method: 'POST', headers });
  const answer = (await response.json()) as Replayed & { error?: string };
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${answer.error}`);
  return answer;
}

export const command: Command = {
  usage: `Usage: shoppable-video replay-rejected [--server URL]

Reads the events again that were refused, after an update or a fix. What is taken now counts as of its first arrival, and
once however often this runs; what is not stays for the next time.
  --server URL  has the server there do it, which runs; without it none may be running

Environment:
  DATA_DIR     where events are kept (.data)
  SETTINGS     as of serve
  SERVER_KEYS  to sign with, when the server has keys`,
  options: { server: { type: 'string' } },
  async run(_files, options, io) {
    const [{ readSettings }, { replayRejected }] = await Promise.all([
      import('../../server/settings/read-settings.js'),
      import('../../server/rejected/replay-offline.js'),
    ]);
    try {
      const { serverKeys, ...own } = await readSettings(io.env);
      const url = options.text('server');
      const { taken, stillRejected, reasons } = url
        ? await askServer(url, serverKeys?.[0])
        : await replayRejected({ ...own, warn: io.err });
      io.out(`${taken} taken, ${stillRejected} still rejected`);
      for (const [reason, count] of Object.entries(reasons)) io.out(`  ${count} × ${reason}`);
      return 0;
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
};
