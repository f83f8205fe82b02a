import type { TestContext } from 'node:test';
import { type FakeShop, type Speaker, startFakeShop, VARIANTS } from '../../../src/adapters/kit/index.js';
import { createLine } from '../../../src/cart/line.js';

export const never = new AbortController().signal;

/** A fake shop that ends with its test. */
export async function openShop(t: TestContext, speaker: Speaker): Promise<FakeShop> {
  const shop = await startFakeShop(speaker);
  t.after(() => shop.close());
  return shop;
}

export function memoryStorage(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

/** A browser that lets nobody store anything, as with cookies blocked. */
export const noStorage = {
  getItem(): string | null {
    throw new DOMException('Access is denied.', 'SecurityError');
  },
  setItem(): void {
    throw new DOMException('Access is denied.', 'SecurityError');
  },
};

export const lineOf = (variant: keyof typeof VARIANTS, quantity = 1) =>
  createLine({ productId: '11', variantId: VARIANTS[variant], quantity, token: 'sv1.film' });
