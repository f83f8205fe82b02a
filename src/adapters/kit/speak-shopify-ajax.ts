import { type FakeAnswer, PROSE, type Speaker } from './speaker.js';
import type { FakeLine, FakeVariant, StockRoom } from './stock-room.js';

const CHANGES = ['/cart/add.js', '/cart/change.js', '/cart/clear.js'];

/**
 * Shopify's Ajax API, https://shopify.dev/docs/api/ajax/reference/cart
 * @param words the prose of a 422, about a variant or none in particular
 */
export function shopifyAjax(clamps = true, words: (variant?: FakeVariant) => string = () => PROSE): Speaker {
  return {
    platform: 'shopify-ajax',
    clamps,
    marks: true,
    tokens: true,
    changes: ({ path }) => CHANGES.includes(path),
    answer({ method, path, body }, room) {
      if (method === 'GET' && path === '/cart.js') return { status: 200, body: cart(room) };
      if (path === '/cart/add.js') {
        const [{ id, quantity = 1, properties }] = body.items ?? [body];
        const { line, why } = room.take(
          {
            variantId: String(id),
            quantity,
            requestId: properties?._shoppable_id,
            token: properties?._shoppable,
            bundleId: properties?._bundle,
          },
          this.clamps,
        );
        if (why === 'unknown') return said(404, 'Cannot find variant');
        return why ? said(422, words(room.variant(String(id)))) : { status: 200, body: { items: [item(line!, room)] } };
      }
      if (path === '/cart/change.js') {
        const { why, line } = room.set(body.id, body.quantity, this.clamps);
        if (why === 'unknown') return said(400, 'no valid id or line parameter');
        return why ? said(422, words(room.variant(line!.variantId))) : { status: 200, body: cart(room) };
      }
      if (path === '/cart/clear.js') {
        room.clear();
        return { status: 200, body: cart(room) };
      }
      return said(404, 'Not Found');
    },
    refuse: (kind) =>
      ({
        login: said(401, 'Please log in.'),
        expired: undefined,
        conflict: said(409, 'The cart has changed.'),
        prose: said(422, words()),
        busy: said(429, 'Too many requests'),
        error: said(500, 'Internal error'),
      })[kind],
  };
}

const said = (status: number, description: string): FakeAnswer => ({
  status,
  body: { status, message: 'Cart Error', description },
});

const item = ({ key, variantId, quantity, requestId, token, bundleId }: FakeLine, room: StockRoom) => {
  const { productId, title, sku, priceMinor } = room.variant(variantId)!;
  return {
    key,
    id: Number(variantId),
    product_id: Number(productId),
    product_title: title,
    sku,
    quantity,
    final_price: priceMinor,
    final_line_price: priceMinor * quantity,
    properties: requestId ? { _shoppable: token, _shoppable_id: requestId, _bundle: bundleId } : {},
  };
};

const cart = (room: StockRoom) => ({
  currency: 'EUR',
  item_count: room.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  total_price: room.totalMinor,
  items: room.lines.map((line) => item(line, room)),
});
