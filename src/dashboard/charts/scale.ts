/** Maps a number of a domain onto 0..1, and not beyond. A domain without width is in the middle. */
export const linear =
  (low: number, high: number) =>
  (value: number): number =>
    high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;

/** The same by orders of magnitude; both ends are above 0. */
export const logarithmic = (low: number, high: number) => {
  const place = linear(Math.log(low), Math.log(high));
  return (value: number): number => place(Math.log(Math.max(value, low)));
};

/** A place of 0..1 as SVG takes it, in a box of any width. */
export const percent = (place: number): string => `${Math.round(place * 10_000) / 100}%`;

/** What shows every number of a list, and 0, with room for a dot at its ends. */
export function domainOf(values: readonly (number | null | undefined)[]): [number, number] {
  const known = values.filter((value): value is number => Number.isFinite(value));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  return high > low ? [low, high] : [low, low + 1];
}

/** Whole numbers of 1, 2 or 5 times ten to whatever, at most `most` of them, within a domain. */
export function ticks(low: number, high: number, most: number): number[] {
  const least = (high - low) / most;
  if (!(least > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= least * 0.999)!;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Math.round((first + index) * step * 1e9) / 1e9);
}
