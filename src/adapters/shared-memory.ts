export type KeptIn = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'shoppable-cart';

/**
 * Remembers which cart is the shopper's, for the next page. With cookies blocked even naming `localStorage` throws, and a
 * full one refuses: then this page alone remembers.
 */
export function createMemory(storage?: KeptIn): { get(): string; set(value: string): void } {
  let kept = '';
  return {
    get() {
      try {
        kept = (storage ?? globalThis.localStorage).getItem(KEY) ?? kept;
      } catch {}
      return kept;
    },
    set(value) {
      kept = value;
      try {
        (storage ?? globalThis.localStorage).setItem(KEY, value);
      } catch {}
    },
  };
}
