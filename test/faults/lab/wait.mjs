import { setTimeout as delay } from 'node:timers/promises';

export { delay };

/** @returns whether it held in time */
export async function holds(condition, withinMs, everyMs = 50) {
  for (const until = Date.now() + withinMs; ; await delay(everyMs)) {
    if (await condition()) return true;
    if (Date.now() >= until) return false;
  }
}

/** Runs `work` on each of `items`, at most `width` at a time. @returns the results in the order of the items */
export async function pool(items, width, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i], i);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
