const AGAIN_MS = 1_000;

/** One holder at a time, in this tab or another one of the origin. */
export interface Turns {
  /** Lets others that wait go first, and waits again. */
  yield(): Promise<void>;
  /** Gives the turn up and waits no more. */
  stop(): void;
}

/**
 * Waits for a lock of the origin (Web Locks) and holds it until it is given up. A tab that ends gives its lock to the
 * next; one that is stolen is waited for again. Where there are no locks, it is everybody's turn.
 */
export function takeTurns(
  name: string,
  gain: (shared: boolean) => void,
  lose: () => void,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Turns {
  const ended = new AbortController();
  let release = () => {};

  const wait = async () => {
    try {
      await locks!.request(name, { signal: ended.signal }, () => {
        gain(false);
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    } catch (cause) {
      // An origin that may have no locks, as that of a sandbox.
      if ((cause as Error)?.name !== 'AbortError') return gain(true);
      if (!ended.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    if (ended.signal.aborted) return;
    lose();
    void wait();
  };

  if (locks) void wait();
  else gain(true);
  return {
    async yield() {
      const { pending } = (await locks?.query()) ?? {};
      if (pending?.some((lock) => lock.name === name)) release();
    },
    stop() {
      ended.abort();
      release();
    },
  };
}
