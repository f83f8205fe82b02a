import { type Place, showPlace } from './place.js';

/** Where the items of a shortened list stood in the author's file, by the list's place there. */
export type Positions = Map<string, number[]>;

type Cuts = Map<PropertyKey, Cuts | undefined>;

/** Where a place of the shortened manifest was in the author's file. */
export function originalPlace(place: Place, positions: Positions): Place {
  if (!positions.size) return place;
  const original: PropertyKey[] = [];
  for (const key of place) {
    original.push(typeof key === 'number' ? (positions.get(showPlace(original))?.[key] ?? key) : key);
  }
  return original;
}

/**
 * A copy of `value` without the given places. Shares what it does not change and never writes on `value`.
 * @param positions gets the new standing of the items of each list that becomes shorter
 */
export function leaveOut<T>(value: T, places: Iterable<Place>, positions: Positions): T {
  const top: Cuts = new Map();
  for (const place of places) {
    let cuts: Cuts | undefined = top;
    place.forEach((key, depth) => {
      if (!cuts) return;
      if (depth === place.length - 1) cuts.set(key, undefined);
      else if (!cuts.has(key)) cuts.set(key, new Map());
      cuts = cuts.get(key);
    });
  }
  return cut(value, top, [], positions) as T;
}

function cut(value: unknown, cuts: Cuts | undefined, at: Place, positions: Positions): unknown {
  if (!cuts) return value;
  if (Array.isArray(value)) {
    const here = showPlace(at);
    const stood = positions.get(here);
    const kept: number[] = [];
    const rest: unknown[] = [];
    value.forEach((item, index) => {
      if (cuts.has(index) && !cuts.get(index)) return;
      const position = stood?.[index] ?? index;
      kept.push(position);
      rest.push(cut(item, cuts.get(index), [...at, position], positions));
    });
    positions.set(here, kept);
    return rest;
  }
  // A spread defines its keys, so that one called __proto__ stays an ordinary key until it is deleted.
  const rest: Record<PropertyKey, unknown> = { ...(value as object) };
  for (const [key, inner] of cuts) {
    if (inner) rest[key] = cut(rest[key], inner, [...at, key], positions);
    else delete rest[key];
    // zod counts a key that an old script put on Object.prototype as an unknown one of every object.
    if (!inner && key in rest) Object.setPrototypeOf(rest, null);
  }
  return rest;
}
