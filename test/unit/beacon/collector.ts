import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Batch, type BeaconEvent, Event } from '../../../src/schema/beacon.js';

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Received {
  batch: { batchId: string; sdk: string; site: string; writeKey?: string; sentAtMs: number };
  events: BeaconEvent[];
  headers: Record<string, string | string[] | undefined>;
  bytes: number;
}

/** A real server on loopback that checks what it gets against the schema. `answer` may be replaced at any time. */
export async function startCollector(port = 0) {
  const received: Received[] = [];
  const collector = {
    received,
    answer: (_request: Received): Answer | Promise<Answer> => ({ status: 204 }),
    url: '',
    port: 0,
    /** Every event of the batches that got this status, in the order of arrival. */
    taken: [] as BeaconEvent[],
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const batch = Batch.parse(JSON.parse(body.toString()));
    const entry = {
      batch,
      events: batch.events.map((event) => Event.parse(event)),
      headers: request.headers,
      bytes: body.length,
    };
    received.push(entry);
    const answer = await collector.answer(entry);
    if (answer.status === 204) collector.taken.push(...entry.events);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  collector.port = (server.address() as AddressInfo).port;
  collector.url = `http://127.0.0.1:${collector.port}/v1/beacons`;
  return collector;
}
