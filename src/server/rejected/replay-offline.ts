import { systemClock } from '../../shared/clock.js';
import type { ServerOptions } from '../main.js';
import { createMetrics } from '../metrics/metrics.js';
import { openCollector } from '../open-collector.js';
import { requirePeers } from '../peers.js';
import { parseSettings } from '../settings/settings.js';
import type { Replayed } from './rejected.js';

/**
 * Reads a data directory's refused events again, without a server.
 * @throws when a server has the directory
 */
export async function replayRejected({
  dataDir,
  settings = {},
  settingsName,
  clickhouse,
  warn = console.warn,
}: Pick<ServerOptions, 'dataDir' | 'settings' | 'settingsName' | 'clickhouse' | 'warn'>): Promise<Replayed> {
  await requirePeers(clickhouse && 'clickhouse');
  const parts = {
    clock: systemClock,
    warn,
    metrics: createMetrics(),
    settings: parseSettings(settings, settingsName),
    idle: true,
    clickhouse,
  };
  const { intake, rejected, close } = await openCollector(dataDir, parts);
  try {
    return await rejected.replay((taken) => intake.take({ taken, rejected: [] }));
  } finally {
    await close();
  }
}
