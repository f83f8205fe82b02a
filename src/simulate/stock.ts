import { DAY_MS, type SeasonOptions, VIEWERS } from './options.js';
import { PRODUCTS } from './shop/products.js';
import type { Telling } from './telling.js';
import type { Bought } from './viewer.js';

/** What is in store at the end of each day, as the shop tells it at midnight. */
export function stockOf(bought: readonly Bought[], { site, days, viewers, endMs }: SeasonOptions): Telling[] {
  const firstDay = Math.floor((endMs - days * DAY_MS) / DAY_MS);
  const lastDay = Math.floor((endMs - 1) / DAY_MS);
  const scaled = (pieces: number) => Math.ceil((pieces * viewers) / VIEWERS);
  const sold = new Map<string, number>();
  for (const { atMs, items } of bought) {
    for (const { product, quantity } of items) {
      const key = `${Math.floor(atMs / DAY_MS)} ${product.id}`;
      sold.set(key, (sold.get(key) ?? 0) + quantity);
    }
  }
  const stock = new Map<string, number>(Object.values(PRODUCTS).map(({ id, stock: first }) => [id, scaled(first)]));
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
    const day = firstDay + index;
    const date = new Date(day * DAY_MS);
    const inventory = Object.values(PRODUCTS).map(({ id, delivered }) => {
      const came = index && date.getUTCDay() === 1 ? scaled(delivered) : 0;
      const left = Math.max(0, stock.get(id)! + came - (sold.get(`${day} ${id}`) ?? 0));
      stock.set(id, left);
      return { productId: id, day: date.toISOString().slice(0, 10), stock: left };
    });
    return { door: '/v1/catalog', receivedMs: Math.min(endMs, (day + 1) * DAY_MS), body: { site, inventory } };
  });
}
