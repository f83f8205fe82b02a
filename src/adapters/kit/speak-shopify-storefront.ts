import { type FakeAnswer, PROSE, type Speaker } from './speaker.js';
import type { FakeLine, StockRoom, Taken } from './stock-room.js';

const GID = 'gid://shopify/ProductVariant/';

/** Shopify's Storefront API, https://shopify.dev/docs/api/storefront/latest/objects/Cart */
export function shopifyStorefront(): Speaker {
  const carts = new Set<string>();
  let made = 0;

  return {
    platform: 'shopify-storefront',
    clamps: true,
    marks: true,
    tokens: true,
    changes: ({ body }) => /cartLines/.test(body?.query),
    answer({ body: { query, variables } }, room) {
      if (/cartCreate/.test(query)) {
        const id = `gid://shopify/Cart/${++made}`;
        carts.add(id);
        return { status: 200, body: { data: { r: { cart: { id } } } } };
      }
      const known = carts.has(variables.id);
      if (/^query/.test(query)) return { status: 200, body: { data: { cart: known ? cart(room) : null } } };
      if (!known) return gone;
      const [line] = variables.lines;
      if (/cartLinesUpdate/.test(query)) return changed(room.set(line.id, line.quantity, true), line.id, room);
      const attributes = Object.fromEntries(line.attributes.map(({ key, value }: Attribute) => [key, value]));
      const wanted = {
        variantId: line.merchandiseId.replace(GID, ''),
        quantity: line.quantity,
        requestId: attributes._shoppable_id,
        token: attributes._shoppable,
        bundleId: attributes._bundle,
      };
      // A quantity rule is an error and takes nothing; a shortfall takes what there is and warns.
      const ruled = room.variant(wanted.variantId)?.limit;
      return changed(room.take(wanted, !ruled), line.merchandiseId, room, { key: 'none', ...wanted, quantity: 0 });
    },
    refuse(kind) {
      if (kind === 'expired') {
        carts.clear();
        return gone;
      }
      return {
        login: userError('MISSING_CUSTOMER_ACCESS_TOKEN', ['buyerIdentity'], 'Sign in first.'),
        conflict: { status: 409, body: { errors: [{ message: 'Conflict' }] } },
        prose: userError('VALIDATION_CUSTOM', ['lines', '0'], PROSE),
        busy: { status: 429, body: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] } },
        error: { status: 500, body: { errors: [{ message: 'Internal error' }] } },
      }[kind];
    },
  };
}

interface Attribute {
  readonly key: string;
  readonly value: string;
}

const userError = (code: string, field: string[], message: string): FakeAnswer => ({
  status: 200,
  body: { data: { r: { cart: null, userErrors: [{ code, field, message }], warnings: [] } } },
});

const gone = userError('INVALID', ['cartId'], 'The specified cart does not exist.');

const WARNINGS = {
  none: 'MERCHANDISE_OUT_OF_STOCK',
  short: 'MERCHANDISE_NOT_ENOUGH_STOCK',
};

function changed({ why, taken, line }: Taken, target: string, room: StockRoom, none?: FakeLine): FakeAnswer {
  if (why === 'unknown') {
    const field = none ? 'merchandiseId' : 'id';
    return userError('INVALID', ['lines', '0', field], `The ${field} ${target} does not exist.`);
  }
  if (why === 'limit') return userError('MAXIMUM_EXCEEDED', ['lines', '0', 'quantity'], PROSE);
  // Each change warns of any line that has become short, by the line's id and not the merchandise's.
  const warnings = room.lines
    .filter(({ variantId, key }) => key !== line?.key && room.variant(variantId)!.stock < room.held(variantId))
    .map(({ key }) => ({ code: WARNINGS.none, message: 'Another line is sold out.', target: key }));
  if (why) warnings.push({ code: WARNINGS[why], message: PROSE, target: line?.key ?? none?.key ?? target });
  const after = cart(room);
  // What is sold out becomes a line of none (https://github.com/imsujan276/shopify_flutter/pull/147, seen on a live shop).
  if (none && !taken) after.lines.nodes.push(node(none, room));
  return { status: 200, body: { data: { r: { cart: after, userErrors: [], warnings } } } };
}

const decimal = (minor: number) => (minor / 100).toFixed(1);

const node = ({ key, variantId, quantity, requestId, token, bundleId }: FakeLine, room: StockRoom) => {
  const { productId, title, priceMinor } = room.variant(variantId)!;
  return {
    id: key,
    quantity,
    attributes: requestId
      ? [
          { key: '_shoppable', value: token },
          { key: '_shoppable_id', value: requestId },
          ...(bundleId ? [{ key: '_bundle', value: bundleId }] : []),
        ]
      : [],
    cost: { amountPerQuantity: { amount: decimal(priceMinor) } },
    merchandise: { id: GID + variantId, product: { id: `gid://shopify/Product/${productId}`, title } },
  };
};

const cart = (room: StockRoom) => ({
  checkoutUrl: '/checkout',
  cost: {
    totalAmount: {
      amount: decimal(room.totalMinor),
      currencyCode: 'EUR',
    },
  },
  lines: { nodes: room.lines.map((line) => node(line, room)) },
});
