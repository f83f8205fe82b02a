import type { Server } from 'node:http';
import type { Hono } from 'hono';
import { systemClock } from '../shared/clock.js';
import { createAdmission, watchTurn } from './limits/admission.js';
import { createTokenBuckets } from './limits/token-buckets.js';
import { listen } from './listen.js';
import { createMetrics } from './metrics/metrics.js';
import { requirePeers } from './peers.js';
import type { SettingsInput } from './settings/settings.js';
import type { ClickhouseAt } from './store/clickhouse/clickhouse.js';

export interface ServerOptions {
  /** Where the journal and the database are kept; made when it is missing. One server at a time may have it. */
  readonly dataDir: string;
  /** Default: 127.0.0.1, so that only this machine reaches it. */
  readonly host?: string;
  /** Exactly this port, 0 for any free one. Default: 8080 or the next that is free. */
  readonly port?: number;
  /** Limits, sites and retention; what is left out has its default. */
  readonly settings?: SettingsInput;
  /** What errors call the settings. Default: `settings`. */
  readonly settingsName?: string;
  /** Of the shop's servers, which sign what they send; without any, only this machine may erase. */
  readonly serverKeys?: readonly string[];
  /** Of those who may read insights and metrics; this machine always may. */
  readonly readKeys?: readonly string[];
  /** Keeps the events there, with other servers, and not in a file of `dataDir`; `migrate` makes the tables. */
  readonly clickhouse?: ClickhouseAt;
  /** Puts the database aside and fills it anew from the journal. */
  readonly rebuild?: boolean;
  /** Adds routes of your own, behind the server's. */
  readonly routes?: (app: Hono) => void;
  readonly warn?: (message: string) => void;
  /** Takes what a dry run of the recovery would send. Default: the standard output. */
  readonly print?: (text: string) => void;
}

export interface RunningServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Takes no more requests, finishes those under way, then closes journal and database. May be called again. */
  close(): Promise<void>;
}

/** How long requests under way may take to finish when the server closes. */
const GRACE_MS = 5_000;
/** How long a request may take to arrive: one that trickles must not hold its part of the queue for ever. */
const REQUEST_MS = 60_000;
/** Longer than balancers keep an idle connection, so that none sends into one that is being closed. */
const KEEP_ALIVE_MS = 65_000;

function stopServing(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    // those with a request under way are idle only after it, and would be kept for five seconds more
    server.keepAliveTimeout = 1;
    server.closeIdleConnections();
  });
}

/**
 * Starts collector and insights in this process.
 * @returns once it answers
 * @throws when a package is missing, the port is taken, or another server has the data directory
 */
export async function startServer({
  dataDir,
  host = '127.0.0.1',
  port,
  routes,
  settings: input = {},
  settingsName,
  serverKeys,
  readKeys,
  clickhouse,
  rebuild,
  print,
  warn = (message) => console.warn(`[shoppable-video] ${message}`),
}: ServerOptions): Promise<RunningServer> {
  // Not before a server is wanted: zod leaves globals of its own behind.
  const { parseSettings } = await import('./settings/settings.js');
  const settings = parseSettings(input, settingsName);
  await requirePeers(clickhouse && 'clickhouse');
  const [{ createAdaptorServer }, { getConnInfo }, { isbot }, { createApp }, { openCollector }] = await Promise.all([
    import('@hono/node-server'),
    import('@hono/node-server/conninfo'),
    import('isbot'),
    import('./app.js'),
    import('./open-collector.js'),
  ]);
  const now = () => systemClock.now();
  const metrics = createMetrics();
  const collector = await openCollector(dataDir, {
    clock: systemClock,
    warn,
    metrics,
    settings,
    rebuild,
    clickhouse,
    print,
  });
  const admission = createAdmission(settings.limits.waitingBytes, now, watchTurn());
  metrics.registry.gauge('process_resident_memory_bytes', 'Memory of the server.', () => process.memoryUsage.rss());
  metrics.registry.gauge(
    'shoppable_waiting_bytes',
    'Bytes of batches that are not answered yet.',
    () => admission.waitingBytes,
  );
  const app = createApp({
    ...collector,
    settings,
    metrics,
    admission,
    buckets: createTokenBuckets(),
    serverKeys,
    readKeys,
    now,
    isBot: (userAgent) => isbot(userAgent),
    remoteAddress: (context) => getConnInfo(context).remote.address,
    routes,
    warn,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  let closing: Promise<void> | undefined;
  try {
    const url = await listen(server, host, port);
    return {
      url,
      close: () => (closing ??= stopServing(server).then(() => collector.close())),
    };
  } catch (error) {
    await collector.close();
    throw error;
  }
}
