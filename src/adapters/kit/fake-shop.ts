import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './fault.js';
import type { FakeAnswer, FakeRequest, Speaker } from './speaker.js';
import { createStockRoom, type StockRoom } from './stock-room.js';

export interface FakeShop {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string;
  readonly speaker: Speaker;
  readonly room: StockRoom;
  /** Every request that would change lines, in order; `atMs` is Unix time. */
  readonly changes: readonly { readonly atMs: number; readonly request: FakeRequest }[];
  /** Runs just before the next change is dealt with: another writer, say the shop's own page, is quicker. */
  beforeNextChange(act: () => void): void;
  /** Spoils the next requests; several faults take their turns. */
  inject(fault: Fault): void;
  close(): Promise<void>;
}

/** The fields that clients look for, with values that they can't expect. */
const NONSENSE = { items: 7, totals: null, lineItems: 3, lines: 'x', data: { r: { cart: {} } }, accepted: true };

/** A shop of one platform as a real HTTP server on a free port of 127.0.0.1, for one shopper. */
export async function startFakeShop(speaker: Speaker): Promise<FakeShop> {
  const room = createStockRoom();
  const changes: { atMs: number; request: FakeRequest }[] = [];
  const faults: (Fault & { left: number })[] = [];

  let act: (() => void) | undefined;

  function nextFault(isChange: boolean): Fault | undefined {
    const fault = faults.find(({ left, on = 'changes' }) => left && (on === 'all' || (on === 'changes') === isChange));
    if (fault) fault.left -= 1;
    return fault;
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const isChange = speaker.changes(request);
    if (isChange) {
      changes.push({ atMs: Date.now(), request });
      act?.();
      act = undefined;
    }
    const fault = nextFault(isChange);
    if (!fault) return send(response, speaker.answer(request, room));
    const answer = fault.committed ? speaker.answer(request, room) : undefined;
    switch (fault.kind) {
      case 'hang':
        return;
      case 'cut':
        incoming.socket.destroy();
        return;
      case 'malformed':
        return send(response, { status: answer?.status ?? 200, body: '{"items":[{"id":1,' });
      case 'nonsense':
        return send(response, { status: 200, body: NONSENSE });
      default: {
        const refusal = speaker.refuse(fault.kind, room);
        if (!refusal) throw new Error(`A ${speaker.platform} shop has no ${fault.kind}: leave the case out.`);
        const wait = fault.kind === 'busy' && { 'Retry-After': String(fault.retryAfterS ?? 1) };
        return send(response, { ...refusal, headers: { ...refusal.headers, ...wait } });
      }
    }
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    speaker,
    room,
    changes,
    beforeNextChange(given) {
      act = given;
    },
    inject: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
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
