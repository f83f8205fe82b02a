/** The part of `navigator.locks` that is used (Web Locks API). */
export interface Locks {
  request<T>(name: string, options: { signal: AbortSignal }, task: () => Promise<T>): Promise<T>;
}

/**
 * Runs one task after the other. With Web Locks that holds over all tabs of the shop, so that between the snapshot of a
 * cart and its comparison no other tab's player has changed it; without, over this page only.
 */
export function createExclusive(
  locks: Locks | undefined = globalThis.navigator?.locks,
): <T>(signal: AbortSignal, task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, task) => {
    if (locks) return locks.request('shoppable-cart', { signal }, task);
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
}
