import { readFile } from 'node:fs/promises';
import type { ServerOptions } from '../main.js';
import type { ClickhouseAt } from '../store/clickhouse/clickhouse.js';
import type { SettingsInput } from './settings.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A shorter one could be guessed. */
const SHORTEST_KEY = 32;

function count(env: Env, name: string, { least = 0, most = Number.MAX_SAFE_INTEGER } = {}): number | undefined {
  if (!env[name]) return undefined;
  const value = Number(env[name]);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  throw new Error(`${name} must be a whole number ${range}, is ${JSON.stringify(env[name])}.`);
}

function keys(env: Env, name: string): string[] | undefined {
  const found = (env[name] ?? '').split(',').flatMap((key) => key.trim() || []);
  if (found.some((key) => key.length < SHORTEST_KEY)) {
    throw new Error(
      `${name} must have ${SHORTEST_KEY} characters or more per key: \`openssl rand -hex 32\` makes one.`,
    );
  }
  return found.length ? found : undefined;
}

/** @throws when the address is none, or the name one that SQL would read as something else */
export function clickhouseAt({ CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: cluster }: Env): ClickhouseAt | undefined {
  if (!url) {
    if (cluster) throw new Error('CLICKHOUSE_CLUSTER is set, but CLICKHOUSE_URL does not say where ClickHouse is.');
    return undefined;
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Error('CLICKHOUSE_URL must be an address such as http://user:password@127.0.0.1:8123/database.');
  }
  if (cluster && !/^\w+$/.test(cluster)) {
    throw new Error(`CLICKHOUSE_CLUSTER must be letters, digits and _, is ${JSON.stringify(cluster)}.`);
  }
  return { url, cluster: cluster || undefined };
}

async function settingsFile(path: string): Promise<SettingsInput> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Error(`SETTINGS names ${path}, which cannot be read: ${cause.message}.`, { cause });
  });
  try {
    return JSON.parse(text) as SettingsInput;
  } catch (error) {
    // it quotes what stands around the place, which may be a secret
    const what = (error as Error).message.replace(/, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '');
    throw new Error(`${path} is not JSON: ${what}.`);
  }
}

/**
 * The server's options from the environment. Where it says the same as the file that `SETTINGS` names, it wins.
 * `DATA_DIR` defaults to `.data`, from where the command runs.
 * @throws when something makes no sense
 */
export async function readSettings(env: Env): Promise<ServerOptions> {
  const port = count(env, 'PORT', { most: 65_535 });
  const maxDays = count(env, 'JOURNAL_MAX_DAYS', { least: 1 });
  const maxBytes = count(env, 'JOURNAL_MAX_BYTES', { least: 1 });
  const segmentBytes = count(env, 'JOURNAL_SEGMENT_BYTES', { least: 1024 });
  const rawDays = count(env, 'RAW_DAYS', { least: 1 });
  const clickhouse = clickhouseAt(env);
  const file = env.SETTINGS ? await settingsFile(env.SETTINGS) : {};
  const journal = Object.entries({ maxDays, maxBytes, segmentBytes }).filter(([, value]) => value !== undefined);
  const { smtp } = file.recovery ?? {};
  const recovery = smtp && env.SMTP_URL ? { recovery: { ...file.recovery, smtp: { ...smtp, url: env.SMTP_URL } } } : {};
  return {
    host: env.HOST || undefined,
    port,
    dataDir: env.DATA_DIR || '.data',
    serverKeys: keys(env, 'SERVER_KEYS'),
    readKeys: keys(env, 'READ_KEYS'),
    clickhouse,
    settings: {
      ...file,
      ...recovery,
      ...(journal.length && { journal: { ...file.journal, ...Object.fromEntries(journal) } }),
      ...(rawDays && { store: { ...file.store, rawDays } }),
    },
    settingsName: env.SETTINGS || undefined,
  };
}
