import { uuidv7 } from '../shared/ids.js';
import type { CartLine } from './contract.js';

export const MAX_QUANTITY = 999;

/**
 * One line of a request to the shop.
 * @param wanted.quantity a whole number from 1 to {@link MAX_QUANTITY}
 * @param wanted.bundleId of the bundle that it is a part of
 * @param wanted.token the attribution token, which the order is to carry back
 * @param wanted.requestId only to repeat an earlier request; each press makes its own (a UUIDv7)
 * @throws RangeError for any other quantity
 */
export function createLine(wanted: {
  productId: string;
  variantId?: string | undefined;
  sku?: string | undefined;
  quantity: number;
  bundleId?: string | undefined;
  token: string;
  requestId?: string | undefined;
}): CartLine {
  const { productId, variantId, sku, quantity, bundleId, token, requestId = uuidv7() } = wanted;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw new RangeError(
      `The quantity of ${productId} must be a whole number from 1 to ${MAX_QUANTITY}, is ${quantity}.`,
    );
  }
  return {
    requestId,
    productId,
    ...(variantId !== undefined && { variantId }),
    ...(sku !== undefined && { sku }),
    quantity,
    ...(bundleId !== undefined && { bundleId }),
    properties: { _shoppable: token, ...(bundleId !== undefined && { _bundle: bundleId }) },
  };
}
