import { type FakeAnswer, PROSE, type Speaker } from './speaker.js';
import type { FakeLine, StockRoom } from './stock-room.js';

const CARTS = '/api/storefront/carts';

/** BigCommerce's Storefront Carts, https://developer.bigcommerce.com/docs/rest-storefront/carts */
export function bigCommerce(modifier?: number): Speaker {
  let moved = 0;
  const idOf = (room: StockRoom) => `cart-${room.cart + moved}`;
  const cart = (room: StockRoom) => cartOf(room, idOf(room));

  return {
    platform: modifier ? 'bigcommerce, with a text modifier' : 'bigcommerce',
    clamps: false,
    marks: false,
    tokens: Boolean(modifier),
    changes: ({ method }) => method !== 'GET',
    answer({ method, path, body }, room) {
      if (method === 'GET') return { status: 200, body: room.lines.length ? [cart(room)] : [] };
      const [, id] = path.match(/\/carts\/([^/]+)/) ?? [];
      if (id && id !== idOf(room)) return problem(404, 'The cart was not found.');
      const version = body?.version;
      if (version !== undefined && version !== room.version) return problem(409, 'The cart has another version.');
      if (method === 'POST') {
        const [{ productId, variantId, quantity, optionSelections }] = body.lineItems;
        // A product without variants has one all the same, which need not be named.
        const only = room.variants.find((variant) => variant.productId === String(productId))?.id;
        const wanted = { variantId: String(variantId ?? only), quantity, token: textOf(optionSelections, modifier) };
        const { why } = room.take(wanted, false);
        if (why === 'unknown') return problem(404, 'The product was not found.');
        return why ? problem(422, PROSE) : { status: 200, body: cart(room) };
      }
      const quantity = method === 'DELETE' ? 0 : body.lineItem.quantity;
      const { why } = room.set(path.split('/').at(-1)!, quantity, false);
      if (why) return why === 'unknown' ? problem(404, 'Not found') : problem(422, PROSE);
      return room.lines.length ? { status: 200, body: cart(room) } : { status: 204 };
    },
    refuse(kind) {
      // Signing in merges the cart into the customer's, which has another id.
      if (kind === 'expired') moved += 100;
      return {
        login: problem(401, 'Please sign in.'),
        expired: problem(404, 'The cart was not found.'),
        conflict: problem(409, 'The cart has another version.'),
        prose: problem(422, PROSE),
        busy: problem(429, 'Too many requests.'),
        error: problem(500, 'Internal error.'),
      }[kind];
    },
  };
}

const problem = (status: number, detail: string): FakeAnswer => ({
  status,
  body: { status, title: detail, type: CARTS, detail },
});

const textOf = (selections: { optionId: number; optionValue: string }[] | undefined, modifier?: number) =>
  selections?.find(({ optionId }) => optionId === modifier)?.optionValue;

const item = ({ key, variantId, quantity, token }: FakeLine, room: StockRoom) => {
  const { productId, title, priceMinor } = room.variant(variantId)!;
  return {
    id: key,
    productId: Number(productId),
    variantId: Number(variantId),
    name: title,
    quantity,
    salePrice: priceMinor / 100,
    options: token ? [{ name: 'Video', value: token }] : [],
  };
};

const cartOf = (room: StockRoom, id: string) => ({
  id,
  version: room.version,
  currency: { code: 'EUR' },
  cartAmount: room.lines.reduce((sum, l) => sum + l.quantity * room.variant(l.variantId)!.priceMinor, 0) / 100,
  lineItems: { physicalItems: room.lines.map((line) => item(line, room)), digitalItems: [] },
});
