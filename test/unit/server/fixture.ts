import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type RunningServer, type ServerOptions, startServer } from '../../../src/server/main.js';
import { uuidv7 } from '../../../src/shared/ids.js';

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

export async function makeDataDir(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'collector-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A server at any free port. It is closed with the test, if not before. */
export async function serve(
  t: TestContext,
  dataDir: string,
  warn = (_: string) => {},
  options: Partial<ServerOptions> = {},
): Promise<RunningServer> {
  const server = await startServer({ dataDir, port: 0, warn, ...options });
  t.after(() => server.close());
  return server;
}

/** A whole event; `fields` say what differs from a viewer's first exposure to the mug. */
export function makeEvent(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventId: uuidv7(),
    seq: 0,
    type: 'hotspot_exposure',
    atMs: Date.now(),
    idScope: 'persistent',
    viewerId: 'ann',
    sessionId: 'session-1',
    viewId: 'view-1',
    videoId: 'coffee',
    hotspotId: 'h1',
    productId: 'mug',
    fromMs: 3000,
    toMs: 4000,
    ...fields,
  };
}

export const makeClick = (fields: Record<string, unknown> = {}) =>
  makeEvent({ type: 'hotspot_click', via: 'hotspot', positionMs: 3500, seq: 1, ...fields });

export const makeBatch = (events: readonly unknown[], fields: Record<string, unknown> = {}) => ({
  schema: 'shoppable.beacon/1',
  sdk: 'test/1',
  site: 'shop',
  batchId: uuidv7(),
  sentAtMs: Date.now(),
  events,
  ...fields,
});

/** Posts as a browser does: text/plain. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/v1/beacons`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': BROWSER, ...headers },
  });
}

export interface Answer {
  rows: Record<string, unknown>[];
  botShare: number | null;
  lossShare: number | null;
  error?: string;
  path?: string;
}

export async function ask(url: string, question: string): Promise<Answer> {
  const response = await fetch(`${url}/v1/insights/${question}`);
  return (await response.json()) as Answer;
}

/** How many events the server counts, those of bots left out. */
export async function countEvents(url: string): Promise<number> {
  const { rows } = await ask(url, 'counts');
  return rows.reduce((sum, row) => sum + (row.n as number), 0);
}

/** One line of `/metrics`, by its name with labels; 0 when it is not there yet. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((row) => row.startsWith(`${name} `));
  return Number(line?.slice(name.length) ?? 0);
}
