import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDesk, type Desk, TORN } from './desk.js';
import type { FakeAnswer, FakeRequest, Speaker } from './speaker.js';
import type { StockRoom } from './stock-room.js';

export interface FakeShop extends Omit<Desk, 'serve'> {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** A shop of one platform as a real HTTP server on a free port of 127.0.0.1, for one shopper. */
export async function startFakeShop(speaker: Speaker, room?: StockRoom): Promise<FakeShop> {
  const desk = createDesk(speaker, room);

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = desk.serve(await readRequest(incoming));
    if (answer === 'cut') incoming.socket.destroy();
    else if (answer === 'stall') response.writeHead(200, { 'Content-Type': 'application/json' }).write(TORN);
    else if (answer !== 'hang') send(response, answer);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    ...desk,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
  const { method = 'GET', url = '/', headers } = incoming;
  return { method, path: url.replace(/\?.*/, ''), headers, body: text ? JSON.parse(text) : undefined };
}

/** A `body` that is a string goes out as it stands. */
function send(response: ServerResponse, { status, body, headers }: FakeAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
