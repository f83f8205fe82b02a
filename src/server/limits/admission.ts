/** What the queue has to say: who comes when more waits than may is sent away with the time that the queue needs. */
export interface Admission {
  /** Of bodies that have come and are not answered yet. */
  readonly waitingBytes: number;
  /** Whether another body may come in. */
  readonly isOpen: boolean;
  /** In how many seconds what waits will be done, at the speed of the last seconds: a whole number, at least 1. */
  retryAfterS(): number;
  /**
   * Bytes of a body have come. @returns whether it may go on: those that are let in together may not fill the memory
   * together either
   */
  enter(bytes: number): boolean;
  /** And are done with, for better or worse. */
  leave(bytes: number): void;
}

/**
 * How long one turn of the event loop may take before whoever else is in it is sent away. Under overload the queue is not
 * here but in the sockets of the kernel, which nobody can count; that a turn does not end tells of it.
 */
const LONGEST_TURN_MS = 250;
const TICK_MS = 20;

/** For how long the turn of the event loop has been going, ms; its own timer is unreferenced. */
export function watchTurn(): () => number {
  let tickedAt = performance.now();
  setInterval(() => {
    tickedAt = performance.now();
  }, TICK_MS).unref();
  return () => performance.now() - tickedAt;
}

/** How fast an old speed is forgotten. */
const MEMORY_MS = 5_000;
const LONGEST_S = 60;

/**
 * @param mostBytes may wait
 * @param nowMs a clock
 * @param turnMs for how long the turn of the event loop has been going
 */
export function createAdmission(mostBytes: number, nowMs: () => number, turnMs: () => number = () => 0): Admission {
  let waitingBytes = 0;
  let drained = 0;
  let sinceMs = nowMs();

  function bytesPerSecond(): number {
    return drained / Math.max(0.1, (nowMs() - sinceMs) / 1000);
  }

  return {
    get waitingBytes() {
      return waitingBytes;
    },
    get isOpen() {
      return waitingBytes < mostBytes && turnMs() < LONGEST_TURN_MS;
    },
    retryAfterS() {
      const seconds = waitingBytes / bytesPerSecond();
      return Math.max(1, Math.min(LONGEST_S, Math.ceil(Number.isFinite(seconds) ? seconds : LONGEST_S)));
    },
    enter(bytes) {
      // an idle time says nothing of the speed
      if (!waitingBytes) sinceMs = Math.max(sinceMs, nowMs() - MEMORY_MS);
      waitingBytes += bytes;
      return waitingBytes <= 2 * mostBytes;
    },
    leave(bytes) {
      waitingBytes -= bytes;
      drained += bytes;
      const passedMs = nowMs() - sinceMs;
      if (passedMs > 2 * MEMORY_MS) {
        drained *= MEMORY_MS / passedMs;
        sinceMs = nowMs() - MEMORY_MS;
      }
    },
  };
}
