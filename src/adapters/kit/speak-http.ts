import type { CartLine, CartReply } from '../../cart/contract.js';
import { PROSE, type Speaker } from './speaker.js';
import type { StockRoom, Taken } from './stock-room.js';

/** A shop that takes the cart contract itself: `POST` and `PUT /lines`, `GET /cart`. It knows a request again by its id. */
export function httpShop(): Speaker {
  const answered = new Map<string, CartReply>();

  function add({ variantId = '', quantity, requestId, properties, bundleId }: CartLine, room: StockRoom): CartReply {
    const said =
      answered.get(requestId) ??
      reply(room.take({ variantId, quantity, requestId, token: properties._shoppable, bundleId }, true), quantity);
    answered.set(requestId, said);
    return said;
  }

  function set({ requestId, quantity }: CartLine, room: StockRoom): CartReply {
    const held = room.lines.find((one) => one.requestId === requestId);
    return reply(room.set(held?.key ?? '', quantity, true), quantity);
  }

  return {
    platform: 'http',
    clamps: true,
    marks: true,
    tokens: true,
    changes: ({ method }) => method !== 'GET',
    answer({ method, body }, room) {
      if (method === 'GET') return { status: 200, body: cart(room) };
      const lines: CartLine[] = body.lines;
      return { status: 200, body: lines.map((line) => (method === 'POST' ? add(line, room) : set(line, room))) };
    },
    refuse: (kind) =>
      ({
        login: { status: 401, body: { message: 'Please sign in.' } },
        expired: undefined,
        conflict: { status: 409, body: { message: 'Conflict' } },
        prose: { status: 422, body: { message: PROSE } },
        busy: { status: 429, body: { message: 'Too many requests' } },
        error: { status: 500, body: { message: 'Internal error' } },
      })[kind],
  };
}

const REASONS = {
  unknown: 'invalid-variant',
  none: 'out-of-stock',
  short: 'insufficient-stock',
  limit: 'limit-reached',
} as const;

function reply({ taken, why }: Taken, quantity: number): CartReply {
  if (!why) return { status: 'added', accepted: quantity };
  return { status: taken ? 'partial' : 'rejected', accepted: taken, reason: REASONS[why], message: PROSE };
}

const cart = (room: StockRoom) => ({
  currency: 'EUR',
  totalMinor: room.totalMinor,
  lines: room.lines.map(({ key, variantId, quantity, requestId = key, token = '', bundleId }) => {
    const { productId, title, priceMinor: unitMinor } = room.variant(variantId)!;
    return { requestId, productId, variantId, quantity, bundleId, title, unitMinor, properties: { _shoppable: token } };
  }),
});
