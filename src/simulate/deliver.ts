import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { SIGNATURE_HEADER, signRequest } from '../server/access/signed.js';
import { createApp } from '../server/app.js';
import { createAdmission } from '../server/limits/admission.js';
import { createTokenBuckets } from '../server/limits/token-buckets.js';
import { createMetrics } from '../server/metrics/metrics.js';
import { openCollector } from '../server/open-collector.js';
import { requirePeers } from '../server/peers.js';
import { parseSettings, type SettingsInput } from '../server/settings/settings.js';
import type { ClickhouseAt } from '../server/store/clickhouse/clickhouse.js';
import type { StoreClient } from '../server/store/open-store.js';
import { systemClock } from '../shared/clock.js';
import type { Telling } from './telling.js';

/** Whose data it becomes. */
export interface Target {
  readonly dataDir: string;
  readonly settings?: SettingsInput;
  readonly settingsName?: string;
  readonly clickhouse?: ClickhouseAt;
  readonly warn?: (message: string) => void;
}

/** Requests that are under way together share a write to the disk. */
const TOGETHER = 256;

/** What is made up must not stand among what is not. */
async function checkSite(site: string, store: StoreClient): Promise<void> {
  await store.catchUp();
  const [own] = await store.query(
    `SELECT count(*) AS n FROM (SELECT site FROM events UNION ALL SELECT site FROM order_lines) AS told
    WHERE site = $site AND site NOT IN (SELECT site FROM site_facts WHERE simulated)`,
    { site },
  );
  if (own?.n)
    throw new Error(`The site ${JSON.stringify(site)} has figures of its own there. Name another with --site.`);
}

/**
 * Hands a season to the collector of a data directory, request by request, through the routes that pages and shops use: the
 * schema, the signature, the journal. A server takes nothing that is older than a player keeps it; so each request comes when
 * it would have, by a clock of its own, and no network is between.
 * @throws when a server has the directory, the site has figures of its own, or a request is refused
 */
export async function deliver(tellings: readonly Telling[], site: string, target: Target): Promise<void> {
  const { dataDir, settings: input = {}, settingsName, clickhouse, warn = console.warn } = target;
  await requirePeers(clickhouse && 'clickhouse');
  const { isbot } = await import('isbot');
  const settings = parseSettings(input, settingsName);
  const metrics = createMetrics();
  const collector = await openCollector(dataDir, { clock: systemClock, warn, metrics, settings, clickhouse });
  const arrival = new AsyncLocalStorage<number>();
  const key = randomBytes(32).toString('hex');
  const app = createApp({
    ...collector,
    settings,
    metrics,
    admission: createAdmission(Number.POSITIVE_INFINITY, () => systemClock.now()),
    buckets: createTokenBuckets(),
    serverKeys: [key],
    now: () => arrival.getStore()!,
    isBot: (userAgent) => isbot(userAgent),
    remoteAddress: () => '127.0.0.1',
    warn,
  });

  async function send({ door, receivedMs, body, userAgent }: Telling): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(body));
    const signed = { timeS: Math.floor(receivedMs / 1000), method: 'POST', path: door, body: bytes };
    const headers = {
      'Content-Type': 'application/json',
      ...(userAgent && { 'User-Agent': userAgent }),
      ...(door !== '/v1/beacons' && { [SIGNATURE_HEADER]: signRequest(key, signed) }),
    };
    const request = new Request(`http://127.0.0.1${door}`, { method: 'POST', headers, body: bytes });
    const response = await arrival.run(receivedMs, async () => app.fetch(request));
    const answer = response.status === 204 ? {} : ((await response.json()) as { error?: string; rejected?: unknown[] });
    if (!response.ok || answer.rejected?.length)
      throw new Error(`${door} does not take what was simulated: ${JSON.stringify(answer.error ?? answer.rejected)}`);
  }

  try {
    await checkSite(site, collector.store);
    // before anything else that it is made up, in case this is cut short
    if (tellings[0]) await send(tellings[0]);
    for (let start = 1; start < tellings.length; start += TOGETHER)
      await Promise.all(tellings.slice(start, start + TOGETHER).map(send));
    await collector.store.catchUp();
  } finally {
    await collector.close();
  }
}
