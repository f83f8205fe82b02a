import { type FakeAnswer, PROSE, type Speaker } from './speaker.js';
import type { FakeLine, StockRoom } from './stock-room.js';

const CARTS = '/api/storefront/carts';

/** BigCommerce's Storefront Carts, https://developer.bigcommerce.com/docs/rest-storefront/carts */
export function bigCommerce(): Speaker {
  return {
    platform: 'bigcommerce',
    clamps: false,
    marks: false,
    changes: ({ method }) => method !== 'GET',
    answer({ method, path, body }, room) {
      if (method === 'GET') return { status: 200, body: room.lines.length ? [cart(room)] : [] };
      const version = body?.version;
      if (version !== undefined && version !== room.version) return problem(409, 'The cart has another version.');
      if (method === 'POST') {
        const [{ variantId, quantity }] = body.lineItems;
        const { why } = room.take({ variantId: String(variantId), quantity }, false);
        if (why === 'unknown') return problem(404, 'The product was not found.');
        return why ? problem(422, PROSE) : { status: 200, body: cart(room) };
      }
      const quantity = method === 'DELETE' ? 0 : body.lineItem.quantity;
      const { why } = room.set(path.split('/').at(-1)!, quantity, false);
      if (why) return why === 'unknown' ? problem(404, 'Not found') : problem(422, PROSE);
      return room.lines.length ? { status: 200, body: cart(room) } : { status: 204 };
    },
    refuse: (kind) =>
      ({
        login: problem(401, 'Please sign in.'),
        expired: undefined,
        conflict: problem(409, 'The cart has another version.'),
        prose: problem(422, PROSE),
        busy: problem(429, 'Too many requests.'),
        error: problem(500, 'Internal error.'),
      })[kind],
  };
}

const problem = (status: number, detail: string): FakeAnswer => ({
  status,
  body: { status, title: detail, type: CARTS, detail },
});

const item = ({ key, variantId, quantity }: FakeLine, room: StockRoom) => {
  const { productId, title, priceMinor } = room.variant(variantId)!;
  return {
    id: key,
    productId: Number(productId),
    variantId: Number(variantId),
    name: title,
    quantity,
    salePrice: priceMinor / 100,
  };
};

const cart = (room: StockRoom) => ({
  id: 'cart-1',
  version: room.version,
  currency: { code: 'EUR' },
  cartAmount: room.lines.reduce((sum, l) => sum + l.quantity * room.variant(l.variantId)!.priceMinor, 0) / 100,
  lineItems: { physicalItems: room.lines.map((line) => item(line, room)), digitalItems: [] },
});
