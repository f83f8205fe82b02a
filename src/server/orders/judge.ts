import type { $ZodError } from 'zod/v4/core';
import { firstFault } from '../fault.js';

/** Something cannot be taken. `path` is its place in what was sent. */
export interface Fault {
  readonly error: string;
  readonly path: string;
}

type Parsed<T> = { success: true; data: T } | { success: false; error: $ZodError };

/** One kind of thing that a shop sends. */
export interface Kind<T> {
  safeParse(value: unknown, options: { reportInput: true }): Parsed<T>;
}

export interface Judged<T> {
  readonly taken: readonly T[];
  readonly rejected: readonly Fault[];
}

/**
 * Judges each of a list by itself.
 * @param place of the list
 */
export function judge<T>(kind: Kind<T>, values: readonly unknown[], place: string): Judged<T> {
  const taken: T[] = [];
  const rejected: Fault[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = kind.safeParse(value, { reportInput: true });
    if (parsed.success) taken.push(parsed.data);
    else {
      const { error, path } = firstFault(parsed.error);
      const at = `${place}[${index}]`;
      rejected.push({ error: path ? `${at}.${error}` : error.replace(/^It/, at), path: path ? `${at}.${path}` : at });
    }
  }
  return { taken, rejected };
}
