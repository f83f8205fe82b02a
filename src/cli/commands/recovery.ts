import type { ListedIntent, Listing } from '../../server/recovery/listing.js';
import { type Command, UsageError } from '../command.js';

/** The list of a running server, which has the data directory for itself. */
async function askServer(url: string, key: string | undefined): Promise<readonly ListedIntent[]> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('--server must be an address such as http://127.0.0.1:8080.');
  }
  const headers: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {};
  const response = await fetch(new URL('/v1/recovery?limit=1000', url), { headers }).catch(
    ({ message, cause }: Error) => {
      throw new Error(`${url} (--server) does not answer: ${(cause as Error | undefined)?.message ?? message}.`, {
        cause,
      });
    },
  );
  // what stands before a server may answer with a page
  const answer = (await response.json().catch(() => ({}))) as Partial<Listing> & { error?: string };
  if (!response.ok || !answer.intents) {
    const cure = response.status === 401 ? ' Give READ_KEYS a key of that server.' : '';
    throw new Error(`${url} answers ${response.status}: ${answer.error ?? response.statusText}${cure}`);
  }
  return answer.intents;
}

function line({ lastMs, state, step, currency, valueMinor, site, video, positionMs, lines }: ListedIntent): string {
  const value = valueMinor === null ? 'no price' : `${valueMinor} ${currency}`;
  const things = lines.map(({ quantity, name, product }) => `${quantity} × ${name ?? product}`).join(', ');
  const message = step ? ` (message ${step})` : '';
  return `${new Date(lastMs).toISOString()}  ${state}${message}  ${value}  ${site}/${video} at ${positionMs / 1000} s  ${things}`;
}

const IN_USE = /^.* is in use by another server/;

export const command: Command = {
  usage: `Usage: shoppable-video recovery [--dry-run] [--server URL]

Lists what viewers left in carts in videos and how far its recovery is, the latest first; amounts are minor units. It sends
nothing: serve does.
  --dry-run     prints each message that would go now instead, as JSON with its contact
  --server URL  lists what the server there has, which runs; without it none may be running

Environment:
  DATA_DIR   where events are kept (.data)
  SETTINGS   as of serve
  SMTP_URL   as of serve
  READ_KEYS  to ask the server with, when it has keys`,
  options: { 'dry-run': { type: 'boolean' }, server: { type: 'string' } },
  async run(_files, options, io) {
    const url = options.text('server');
    const isDry = options.has('dry-run');
    if (url && isDry) {
      throw new UsageError('A server tells nobody its contacts: stop it, or give it `"dryRun": true`, for a dry run.');
    }
    const [{ readSettings }, { lookOffline }] = await Promise.all([
      import('../../server/settings/read-settings.js'),
      import('../../server/recovery/recovery-offline.js'),
    ]);
    try {
      const { readKeys, ...own } = await readSettings(io.env);
      if (isDry && !own.settings?.recovery) {
        throw new Error('The settings have no `recovery`, so that nothing would be sent. Name their file in SETTINGS.');
      }
      const found = url
        ? { intents: await askServer(url, readKeys?.[0]), due: [] }
        : await lookOffline({ ...own, warn: io.err });
      if (isDry) {
        for (const message of found.due) io.out(`Would send: ${JSON.stringify(message)}`);
        io.out(`${found.due.length} would be sent now.`);
        return 0;
      }
      for (const intent of [...found.intents].sort((a, b) => b.lastMs - a.lastMs)) io.out(line(intent));
      io.out(`${found.intents.length} carts`);
      return 0;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const [inUse] = IN_USE.exec(message) ?? [];
      const cure = isDry
        ? 'Stop it, or give it `"dryRun": true` in its settings.'
        : 'Ask that one: --server http://127.0.0.1:8080, or where it listens.';
      io.err(inUse ? `${inUse}. ${cure}` : message);
      return 1;
    }
  },
};
