import { backoffMs } from '../../shared/backoff.js';
import type { Clock } from '../../shared/clock.js';
import type { EventStore } from '../store/event-store.js';
import type { Journal } from './journal.js';
import { isBefore, type Position } from './position.js';
import type { StoredEvent } from './stored-event.js';

/** Carries the journal into the store. Where it is stands in the store, written together with the rows. */
export interface Projection {
  /** Whether the store has everything that the journal has. */
  readonly isCaughtUp: boolean;
  /**
   * Resolves once the store holds everything acknowledged before the call.
   * @throws when the store fails; the projection itself tries on
   */
  catchUp(): Promise<void>;
  /** Ends after the page under way. */
  close(): Promise<void>;
}

interface Waiter {
  readonly until: Position;
  resolve(): void;
  reject(error: unknown): void;
}

export interface ProjectionParts {
  readonly journal: Pick<Journal, 'start' | 'end' | 'read' | 'onGrow'>;
  readonly store: Pick<EventStore, 'position' | 'apply'>;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  /** How long events may gather when nobody asks for them: a database likes few, large batches. */
  readonly lingerMs?: number;
}

export async function startProjection({
  journal,
  store,
  clock,
  warn,
  lingerMs = 250,
}: ProjectionParts): Promise<Projection> {
  let position = (await store.position()) ?? journal.start;
  let waiters: Waiter[] = [];
  let timer: unknown;
  let underWay: Promise<void> | undefined;
  let failures = 0;
  let closed = false;

  const isBehind = () => isBefore(position, journal.end);

  function later(delayMs: number): void {
    if (!closed) timer ??= clock.setTimeout(run, delayMs);
  }

  async function step(): Promise<void> {
    const page = await journal.read(position);
    if (page.damaged) warn(`The journal has ${page.damaged} damaged lines after ${JSON.stringify(position)}.`);
    await store.apply(page.records as StoredEvent[], page.next);
    position = page.next;
    failures = 0;
    const ready = waiters.filter(({ until }) => !isBefore(position, until));
    waiters = waiters.filter(({ until }) => isBefore(position, until));
    for (const waiter of ready) waiter.resolve();
  }

  function fail(error: unknown): void {
    if (!failures) warn(`The store takes no events, and the journal keeps them until it does: ${error}`);
    const waiting = waiters;
    waiters = [];
    for (const waiter of waiting) waiter.reject(error);
    later(backoffMs(failures, { maxMs: 10_000 }));
    failures += 1;
  }

  async function follow(): Promise<void> {
    try {
      while (isBehind() && !closed) await step();
    } catch (error) {
      fail(error);
    }
    underWay = undefined;
  }

  function run(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    if (!underWay && isBehind()) underWay = follow();
  }

  const stop = journal.onGrow(() => later(lingerMs));
  run();

  return {
    get isCaughtUp() {
      return !isBehind();
    },
    catchUp() {
      if (!isBehind()) return Promise.resolve();
      if (closed) return Promise.reject(new Error('The server is closing.'));
      return new Promise((resolve, reject) => {
        waiters.push({ until: journal.end, resolve, reject });
        run();
      });
    },
    async close() {
      closed = true;
      stop();
      clock.clearTimeout(timer);
      await underWay;
      for (const waiter of waiters) waiter.reject(new Error('The server is closing.'));
    },
  };
}
