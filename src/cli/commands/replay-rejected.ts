import type { Replayed } from '../../server/rejected/rejected.js';
import type { Command } from '../command.js';

/** Has a running server do it, which has the data directory for itself. */
async function askServer(url: string, key: string | undefined): Promise<Replayed> {
  const { SIGNATURE_HEADER, signRequest } = await import('../../server/access/signed.js');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('--server must be an address such as http://127.0.0.1:8080.');
  }
  const address = new URL('/v1/rejected/replay', url);
  const signed = {
    timeS: Math.floor(Date.now() / 1000),
    method: 'POST',
    path: address.pathname,
    body: new Uint8Array(),
  };
  const headers: Record<string, string> = key ? { [SIGNATURE_HEADER]: signRequest(key, signed) } : {};
  const response = await fetch(address, { method: 'POST', headers }).catch(({ message, cause }: Error) => {
    throw new Error(`${url} (--server) does not answer: ${(cause as Error | undefined)?.message ?? message}.`, {
      cause,
    });
  });
  // what stands before a server may answer with a page
  const answer = (await response.json().catch(() => ({}))) as Replayed & { error?: string };
  if (!response.ok || answer.error) {
    const cure = response.status === 401 ? ' Give SERVER_KEYS a key of that server.' : '';
    throw new Error(`${url} answers ${response.status}: ${answer.error ?? response.statusText}${cure}`);
  }
  return answer;
}

const IN_USE = /^.* is in use by another server/;

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
      const message = error instanceof Error ? error.message : String(error);
      const [inUse] = IN_USE.exec(message) ?? [];
      io.err(inUse ? `${inUse}. Have that one do it: --server http://127.0.0.1:8080, or where it listens.` : message);
      return 1;
    }
  },
};
