/** A shop's side of recovery: who hears the messages, and what the server is told. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { ListedIntent, Listing } from '../../../../src/server/recovery/listing.js';
import type { Message } from '../../../../src/server/recovery/message.js';
import type { SettingsInput } from '../../../../src/server/settings/settings.js';
import { makeBatch, makeEvent, post } from '../fixture.js';

export const KEY = 'k'.repeat(32);

export interface Heard {
  readonly message: Message;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: string;
  readonly atMs: number;
}

/** What a receiver answers a message with; `undefined` breaks the connection without a word. */
export type Answering = (
  heard: Heard,
  before: number,
) => { status: number; headers?: Record<string, string> } | undefined;

/** A receiver of webhooks that keeps what it hears. */
export async function startReceiver(t: TestContext, answering: Answering = () => ({ status: 204 }), port = 0) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const one = { message: JSON.parse(body), headers: request.headers, path: request.url!, body, atMs: Date.now() };
    const answer = answering(one, heard.length);
    heard.push(one);
    if (answer) response.writeHead(answer.status, answer.headers).end();
    else request.socket.destroy();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  t.after(close);
  return {
    heard,
    close,
    port: (server.address() as AddressInfo).port,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
  };
}

type RecoveryInput = NonNullable<SettingsInput['recovery']>;

/** Settings that wait for moments instead of minutes. */
export const quick = (more: Partial<RecoveryInput>): SettingsInput => ({
  recovery: {
    waitsMs: [400, 60_000],
    giveUpMs: 120_000,
    holdout: 0,
    retry: { baseMs: 50, maxMs: 200 },
    sites: { shop: { page: 'https://shop.example/film?of={video}' } },
    ...more,
  },
});

export const putIn = (viewerId: string, fields: Record<string, unknown> = {}): Record<string, unknown> => {
  const {
    hotspotId: _h,
    fromMs: _f,
    toMs: _t,
    ...event
  } = makeEvent({ viewerId, sessionId: `s-${viewerId}`, viewId: `view-${viewerId}` });
  return {
    ...event,
    type: 'cart_change',
    productId: 'mug',
    quantity: 1,
    unitMinor: 1900,
    currency: 'EUR',
    positionMs: 3500,
    ...fields,
  };
};

export const leave = (url: string, ...events: Record<string, unknown>[]) => post(url, makeBatch(events));

export const contact = (viewerId: string, fields: object = {}) => ({
  viewerId,
  email: `${viewerId}@example.org`,
  consentedAt: '2026-11-01T10:00:00Z',
  ...fields,
});

/** Without keys, as this machine may. */
export const send = (url: string, path: string, body: unknown, method = 'POST') =>
  fetch(`${url}/v1/${path}`, { method, body: typeof body === 'string' ? body : JSON.stringify(body) });

export const list = async (url: string, query = ''): Promise<Listing> =>
  (await (await fetch(`${url}/v1/recovery${query}`)).json()) as Listing;

/** The one intent that there is. */
export async function only(url: string): Promise<ListedIntent> {
  const { intents } = await list(url);
  if (intents.length !== 1) throw new Error(`There are ${intents.length} intents.`);
  return intents[0]!;
}

/** Asks until it holds. @throws when it does not within ten seconds */
export async function until(what: string, holds: () => unknown): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await wait(20);
  }
  throw new Error(`It never came to this: ${what}.`);
}

/** Long enough for a message that should not come. */
export const quiet = () => wait(1_200);
