/** The part of `navigator.locks` that is used (Web Locks API). */
export interface Locks {
  request<T>(name: string, options: { signal: AbortSignal }, task: () => Promise<T>): Promise<T>;
}

/** For browsers without Web Locks: one task after the other, in this page only. */
export function createPageLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_, __, task) {
      const next = last.then(task);
      last = next.catch(() => {});
      return next;
    },
  };
}
