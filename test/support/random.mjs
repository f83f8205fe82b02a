/** A seeded source of numbers from 0 to 1: mulberry32 (Tommy Ettinger), so that a run can be had again. */
export function seeded(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Object.assign(random, {
    between: (low, high) => low + random() * (high - low),
    below: (count) => Math.floor(random() * count),
    pick: (list) => list[Math.floor(random() * list.length)],
  });
}

/** A seed of its own for each row and kind, so that one alone runs as it does among all. */
export function seedOf(seed, name) {
  let sum = seed >>> 0;
  for (const char of name) sum = Math.imul(sum ^ char.codePointAt(0), 0x01000193);
  return sum >>> 0;
}
