import { type Random, seeded } from '../insights/statistics/random/random.js';
import { uuidv7 } from '../shared/ids.js';

/** What chance decides in a season. */
export interface Draw {
  /** 0 < number < 1. */
  readonly random: Random;
  /** Whether it happens, with this probability. */
  happens(probability: number): boolean;
  between(low: number, high: number): number;
  /** One of some, by their weights. */
  oneOf<T>(entries: readonly (readonly [T, number])[]): T;
  /** About so much, mostly within a factor of two: what people take their time with. */
  about(typical: number): number;
  /** An id that a browser made then. */
  id(atMs: number): string;
}

export function createDraw(seed: number): Draw {
  const random = seeded(seed);
  const fill = (bytes: Uint8Array): undefined => {
    for (let at = 0; at < bytes.length; at += 4) {
      const word = random() * 2 ** 32;
      for (let i = 0; i < 4; i += 1) bytes[at + i] = word / 2 ** (8 * i);
    }
  };
  return {
    random,
    happens: (probability) => random() < probability,
    between: (low, high) => low + (high - low) * random(),
    oneOf(entries) {
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [entry, weight] of entries) if ((left -= weight) < 0) return entry;
      return entries.at(-1)![0];
    },
    about: (typical) => typical * 2 ** (random() + random() + random() - 1.5),
    id: (atMs) => uuidv7(Math.round(atMs), fill),
  };
}
