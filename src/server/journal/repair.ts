import { open, readFile } from 'node:fs/promises';
import { isWhole } from './journal-line.js';

const LINE_BREAK = 10;

/** Where the last whole line ends. Damage before it stays: a reader steps over it, and what follows it was acknowledged. */
export function wholeLength(bytes: Buffer): number {
  let end = bytes.lastIndexOf(LINE_BREAK) + 1;
  while (end > 0) {
    const start = bytes.subarray(0, end - 1).lastIndexOf(LINE_BREAK) + 1;
    if (isWhole(bytes.subarray(start, end - 1))) break;
    end = start;
  }
  return end;
}

/**
 * Cuts off what a crash left half written at the end of a segment. It was never acknowledged.
 * @returns the length that stays and the bytes dropped
 */
export async function repairTail(path: string): Promise<{ length: number; dropped: number }> {
  const bytes = await readFile(path);
  const length = wholeLength(bytes);
  if (length < bytes.length) {
    const file = await open(path, 'r+');
    try {
      await file.truncate(length);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  return { length, dropped: bytes.length - length };
}
