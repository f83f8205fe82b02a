import type { Clock } from '../../../shared/clock.js';
import type { EventStore } from '../event-store.js';

/** How often it is looked whether something is old enough. */
const EVERY_MS = 10 * 60_000;

export interface RollUpParts {
  readonly store: Pick<EventStore, 'rollUp'>;
  /** How long events stay as they came. */
  readonly rawMs: number;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
}

/** Rolls up what is old enough, now and from time to time. What fails is tried again the next time. */
export function startRollUp({ store, rawMs, clock, warn }: RollUpParts): { close(): Promise<void> } {
  let closed = false;
  let timer: unknown;
  async function run(): Promise<void> {
    try {
      while (!closed && (await store.rollUp!(clock.now() - rawMs)));
    } catch (error) {
      warn(`Old events cannot be rolled up, and stay as they came: ${error}`);
    }
    if (!closed) timer = clock.setTimeout(again, EVERY_MS);
  }
  let underWay = run();
  function again(): void {
    underWay = run();
  }
  return {
    async close() {
      closed = true;
      clock.clearTimeout(timer);
      await underWay;
    },
  };
}
