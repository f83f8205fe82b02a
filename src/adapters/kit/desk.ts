import type { Fault } from './fault.js';
import type { FakeAnswer, FakeRequest, Speaker } from './speaker.js';
import { createStockRoom, type StockRoom } from './stock-room.js';

/** Where one shopper's requests are dealt with, or spoilt. It knows nothing of sockets. */
export interface Desk {
  readonly speaker: Speaker;
  readonly room: StockRoom;
  /** Every request that would change lines, in order; `atMs` is Unix time. */
  readonly changes: readonly { readonly atMs: number; readonly request: FakeRequest }[];
  /** Runs just before the next change is dealt with: another writer, say the shop's own page, is quicker. */
  beforeNextChange(act: () => void): void;
  /** Spoils the next requests; several faults take their turns. */
  inject(fault: Fault): void;
  /** The answer, or how there comes none: not a byte, half a body and then silence, a socket that is destroyed. */
  serve(request: FakeRequest): FakeAnswer | 'hang' | 'stall' | 'cut';
}

/** The fields that clients look for, with values that they can't expect. */
const NONSENSE = { items: 7, totals: null, lineItems: 3, lines: 'x', data: { r: { cart: {} } }, accepted: true };

/** Half of some JSON. */
export const TORN = '{"items":[{"id":1,';

const SIGN_IN = '/sign-in';

export function createDesk(speaker: Speaker, room: StockRoom = createStockRoom()): Desk {
  const changes: { atMs: number; request: FakeRequest }[] = [];
  const faults: (Fault & { left: number })[] = [];
  let act: (() => void) | undefined;

  function nextFault(isChange: boolean): Fault | undefined {
    const fault = faults.find(({ left, on = 'changes' }) => left && (on === 'all' || (on === 'changes') === isChange));
    if (fault) fault.left -= 1;
    return fault;
  }

  function refuse({ kind, retryAfterS = 1, asDate }: Fault): FakeAnswer {
    const refusal = speaker.refuse(kind as never, room);
    if (!refusal) throw new Error(`A ${speaker.platform} shop has no ${kind}: leave the case out.`);
    const wait = asDate ? new Date(Date.now() + retryAfterS * 1000).toUTCString() : String(retryAfterS);
    return kind === 'busy' ? { ...refusal, headers: { ...refusal.headers, 'Retry-After': wait } } : refusal;
  }

  return {
    speaker,
    room,
    changes,
    beforeNextChange(given) {
      act = given;
    },
    inject: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    serve(request) {
      if (request.path === SIGN_IN) {
        return { status: 200, body: '<!doctype html><title>Sign in</title>', headers: { 'Content-Type': 'text/html' } };
      }
      const isChange = speaker.changes(request);
      if (isChange) {
        changes.push({ atMs: Date.now(), request });
        act?.();
        act = undefined;
      }
      const fault = nextFault(isChange);
      if (!fault) return speaker.answer(request, room);
      const answer = fault.committed ? speaker.answer(request, room) : undefined;
      switch (fault.kind) {
        case 'hang':
        case 'stall':
        case 'cut':
          return fault.kind;
        case 'twice':
          speaker.answer(request, room);
          return speaker.answer(request, room);
        case 'malformed':
          return { status: answer?.status ?? 200, body: TORN };
        case 'nonsense':
          return { status: 200, body: NONSENSE };
        case 'sign-in':
          return { status: 302, headers: { Location: SIGN_IN } };
        default:
          return refuse(fault);
      }
    },
  };
}
