import { systemClock } from '../../shared/clock.js';
import type { ServerOptions } from '../main.js';
import { createMetrics } from '../metrics/metrics.js';
import { openCollector } from '../open-collector.js';
import { requirePeers } from '../peers.js';
import { parseSettings } from '../settings/settings.js';
import type { ListedIntent } from './listing.js';
import type { Message } from './message.js';

/**
 * Looks at what was left in a data directory, without a server, and sends nothing.
 * @throws when a server has the directory
 */
export async function lookOffline({
  dataDir,
  settings = {},
  settingsName,
  clickhouse,
  warn = console.warn,
}: Pick<ServerOptions, 'dataDir' | 'settings' | 'settingsName' | 'clickhouse' | 'warn'>): Promise<{
  readonly intents: readonly ListedIntent[];
  readonly due: readonly Message[];
}> {
  await requirePeers(clickhouse && 'clickhouse');
  const { recovery, close } = await openCollector(dataDir, {
    clock: systemClock,
    warn,
    metrics: createMetrics(),
    settings: parseSettings(settings, settingsName),
    clickhouse,
    idle: true,
  });
  try {
    const { intents } = await recovery.list();
    return { intents, due: await recovery.due() };
  } finally {
    await close();
  }
}
