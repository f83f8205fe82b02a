import type { Cell } from '../metrics/metric.js';

/**
 * Adds up differences: each second from 0 to the last, with what holds in it.
 * @param cells each with its `second` and differences to the second before, in any order
 */
export function perSecond<Name extends string>(cells: readonly Cell[], names: readonly Name[]) {
  const steps = [...cells].sort((a, b) => (a.second as number) - (b.second as number));
  const last = (steps.at(-1)?.second as number | undefined) ?? 0;
  const held = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  const seconds: ({ readonly second: number } & Readonly<Record<Name, number>>)[] = [];
  let next = 0;
  for (let second = 0; second < last; second++) {
    for (; steps[next] && (steps[next]!.second as number) <= second; next++) {
      for (const name of names) held[name] += Number(steps[next]![name]);
    }
    seconds.push({ second, ...held });
  }
  return seconds;
}
