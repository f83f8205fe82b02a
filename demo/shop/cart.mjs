/** One shopper's cart, in memory. It knows nothing of HTTP. */
import { savingsOf } from './bundles.mjs';
import { findItem } from './catalogue.mjs';
import { stockOf } from './stock.mjs';

const keyOf = ({ productId, variantId = '' }) => `${productId}/${variantId}`;

function refusal(item, left, have) {
  if (left === 0) return { reason: 'out-of-stock', message: `${item.title}${choice(item)} has just sold out.` };
  const inCart = have ? `, and ${have === left ? 'they are' : `${have} of them are`} in your cart` : '';
  return { reason: 'insufficient-stock', message: `We have ${left} left${inCart}.` };
}

const choice = ({ options }) => (options.length ? ` in ${options.join(', ')}` : '');

/** @param products the catalogue: it prices the lines, whatever the request says */
export function createCart(products) {
  const lines = new Map();
  const answered = new Map();

  const put = (wanted, quantityAfter) => {
    const item = findItem(products, wanted);
    if (!item) return { status: 'rejected', accepted: 0, reason: 'invalid-variant' };
    const have = lines.get(keyOf(wanted))?.quantity ?? 0;
    const left = stockOf(item);
    const want = quantityAfter(have);
    const quantity = Math.min(want, left);
    if (quantity > 0) lines.set(keyOf(wanted), { ...item, quantity, properties: wanted.properties ?? {} });
    else lines.delete(keyOf(wanted));
    const accepted = Math.max(0, quantity - have);
    if (quantity >= want) return { status: 'added', accepted };
    return { status: accepted ? 'partial' : 'rejected', accepted, ...refusal(item, left, have) };
  };

  return {
    /** One reply per line. A line whose `requestId` was answered before gets the same answer and is not added again. */
    add: (wanted) =>
      wanted.map((line) => {
        const known = line.requestId && answered.get(line.requestId);
        if (known) return known;
        const reply = put(line, (have) => have + line.quantity);
        if (line.requestId) answered.set(line.requestId, reply);
        return reply;
      }),
    /** Sets quantities; 0 removes. */
    update: (wanted) => wanted.map((line) => put(line, () => line.quantity)),
    /** What the cart holds, in the order in which it was put in. Money in minor units. */
    read() {
      const held = [...lines.values()];
      return {
        lines: held,
        count: held.reduce((sum, { quantity }) => sum + quantity, 0),
        totalMinor:
          held.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0) - savingsOf(products, held),
        currency: 'EUR',
      };
    },
  };
}
