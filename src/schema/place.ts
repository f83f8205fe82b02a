/** A place in a manifest: the keys and list indexes that lead to it from the top. */
export type Place = readonly PropertyKey[];

/** A place that does not hold what it must. `rule` ends a sentence whose subject is the place: "must be at most 1, is 2". */
export interface Fault {
  readonly place: Place;
  readonly rule: string;
  /** A key that the schema does not know: it alone is left out, not what holds it. */
  readonly unknown?: boolean;
}

/** How the place is written in JavaScript, as in `hotspots[3].aspects["9:16"][0].x`. */
export const showPlace = (place: Place): string =>
  place.reduce<string>((shown, key) => {
    if (typeof key === 'number') return `${shown}[${key}]`;
    if (!/^[\w$]+$/.test(String(key))) return `${shown}[${JSON.stringify(key)}]`;
    return shown ? `${shown}.${String(key)}` : String(key);
  }, '');
