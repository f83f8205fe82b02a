/** What a reader of a store holds: the value now, and word when it changes. */
export interface ReadableStore<T> {
  get(): Readonly<T>;
  /** Calls `listener` after each change; returns the stop, and stops by itself when `signal` aborts. */
  subscribe(listener: (state: Readonly<T>, previous: Readonly<T>) => void, signal?: AbortSignal): () => void;
}

/** A store as its one writer holds it. `set` merges, and tells nobody when nothing differs. */
export interface Store<T> extends ReadableStore<T> {
  set(patch: Partial<T>): void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<(state: T, previous: T) => void>();
  return {
    get: () => state,
    set(patch) {
      const keys = Object.keys(patch) as (keyof T)[];
      if (keys.every((key) => Object.is(state[key], patch[key]))) return;
      const previous = state;
      state = { ...state, ...patch };
      for (const listener of [...listeners]) listener(state, previous);
    },
    subscribe(listener, signal) {
      const stop = () => void listeners.delete(listener);
      if (signal?.aborted) return stop;
      listeners.add(listener);
      signal?.addEventListener('abort', stop);
      return stop;
    },
  };
}
