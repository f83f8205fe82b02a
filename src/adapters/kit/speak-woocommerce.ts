import { type FakeAnswer, PROSE, type Speaker } from './speaker.js';
import type { FakeLine, StockRoom } from './stock-room.js';

const ROOT = '/wp-json/wc/store/v1/';

/**
 * WooCommerce's Store API, https://developer.woocommerce.com/docs/apis/store-api/
 * @param marks the shop takes up `_shoppable` and `_shoppable_id` (`woocommerce_store_api_add_to_cart_data`)
 */
export function wooCommerce(marks = true): Speaker {
  let nonce = 0;
  // Stricter than the real shop, which changes them twice a day: only those of its last answer are good.
  const fresh = () => {
    nonce += 1;
    return { Nonce: `n${nonce}`, 'Cart-Token': `t${nonce}` };
  };
  const code = (status: number, name: string, message = PROSE): FakeAnswer => ({
    status,
    headers: fresh(),
    body: { code: `woocommerce_rest_${name}`, message, data: { status } },
  });

  return {
    platform: marks ? 'woocommerce' : 'woocommerce, without line properties',
    clamps: false,
    marks,
    tokens: marks,
    changes: ({ method }) => method === 'POST',
    answer({ method, path, headers, body }, room) {
      const ok = (status: number) => ({ status, headers: fresh(), body: cart(room) });
      if (method === 'GET' && path === `${ROOT}cart`) return ok(200);
      if (headers['cart-token'] !== `t${nonce}`) {
        if (!headers.nonce) return code(401, 'missing_nonce', 'Missing the Nonce header.');
        if (headers.nonce !== `n${nonce}`) return code(403, 'invalid_nonce', 'Nonce is invalid.');
      }
      if (path === `${ROOT}cart/add-item`) {
        const { id, quantity } = body;
        const variant = room.variant(String(id));
        if (!variant) return code(400, 'cart_invalid_product', 'This product cannot be added to the cart.');
        if (!variant.stock) return code(400, 'product_out_of_stock', '&quot;Jug&quot; is out of stock.');
        if (variant.stock < room.held(variant.id) + quantity) return code(400, 'product_partially_out_of_stock');
        const mark = marks ? { requestId: body._shoppable_id, token: body._shoppable, bundleId: body._bundle } : {};
        // A new line is cut to the limit without a word; one that is there already is refused.
        const { taken } = room.take({ variantId: variant.id, quantity, ...mark }, true);
        return taken ? ok(201) : code(400, 'invalid_quantity');
      }
      if (path === `${ROOT}cart/update-item` || path === `${ROOT}cart/remove-item`) {
        const { why } = room.set(body.key, path.endsWith('remove-item') ? 0 : body.quantity, false);
        if (why === 'unknown') return code(409, 'cart_invalid_key', 'Cart item does not exist.');
        return why ? code(400, 'invalid_quantity') : ok(200);
      }
      return { status: 404, body: { code: 'rest_no_route', message: 'No route was found.' } };
    },
    refuse(kind) {
      if (kind === 'expired') {
        nonce += 1;
        return { ...code(403, 'invalid_nonce', 'Nonce is invalid.'), headers: {} };
      }
      return {
        login: code(401, 'cannot_view', 'Please log in.'),
        conflict: code(409, 'cart_conflict'),
        prose: code(422, 'add_to_cart_error'),
        busy: code(429, 'rate_limit_exceeded', 'Too many requests.'),
        error: { status: 500, body: { code: 'internal_server_error', message: 'Critical error' } },
      }[kind];
    },
  };
}

const item = ({ key, variantId, quantity, requestId, token, bundleId }: FakeLine, room: StockRoom) => {
  const { title, priceMinor } = room.variant(variantId)!;
  return {
    key,
    id: Number(variantId),
    name: title,
    quantity,
    prices: { price: String(priceMinor), currency_minor_unit: 2, currency_code: 'EUR' },
    item_data: requestId
      ? [
          { key: '_shoppable', value: token },
          { key: '_shoppable_id', value: requestId },
          ...(bundleId ? [{ key: '_bundle', value: bundleId }] : []),
        ]
      : [],
  };
};

const cart = (room: StockRoom) => ({
  items: room.lines.map((line) => item(line, room)),
  totals: {
    total_price: String(room.totalMinor),
    currency_code: 'EUR',
    currency_minor_unit: 2,
  },
});
