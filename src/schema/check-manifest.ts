import { _safeParse, type $ZodIssue } from 'zod/v4/core';
import { droppable } from './droppable.js';
import { issueFaults } from './issue-faults.js';
import { leaveOut, originalPlace, type Positions } from './leave-out.js';
import { Manifest, type Manifest as Playable, Product } from './manifest.js';
import { orderHotspots } from './manifest-order.js';
import { fittingParts, uniqueParts, uniqueProducts } from './manifest-rules.js';
import { resolveUrls } from './manifest-urls.js';
import type { Fault, Place } from './place.js';

/** zod's own error class would put all issues into its message as JSON; only the issues are wanted. */
const safeParse = _safeParse(
  class {
    constructor(readonly issues: $ZodIssue[]) {}
  } as never,
);

/** Makes the larger half of the schema, which else the first manifest would wait for: a task's work on a slow phone. */
export const makeSchema = (): unknown => safeParse(Product, {});

/**
 * Reads a manifest and leaves out what is wrong, so that the rest plays; `input` is never changed.
 * What is wrong is put into words in `manifest-errors.ts`, which a good manifest needs none of.
 * @param input the parsed JSON
 * @param baseUrl absolute; the manifest's own address, which its relative URLs are resolved against
 * @returns the manifest with defaults filled in, URLs absolute, hotspots by start, or none when the rest cannot play;
 *   and what was found, each at its place in the author's file
 */
export function checkManifest(input: unknown, baseUrl: string): { manifest?: Playable; faults: Fault[] } {
  const positions: Positions = new Map();
  const faults: Fault[] = [];

  const note = (found: readonly Fault[]) => {
    for (const { place, rule } of found) faults.push({ place: originalPlace(place, positions), rule });
  };
  /** @returns undefined when the rest cannot play */
  const mend = <T>(value: T, found: readonly Fault[]): T | undefined => {
    if (!found.length) return value;
    note(found);
    const places = found.map((fault) => (fault.unknown ? fault.place : droppable(fault.place)));
    return places.every((place) => place !== undefined) ? leaveOut(value, places as Place[], positions) : undefined;
  };

  let rest: unknown = input;
  let read = safeParse(Manifest, rest, { reportInput: true });
  // Each round leaves at least one thing out, and a second round is only for what the first one uncovered.
  while (!read.success) {
    rest = mend(
      rest,
      read.error.issues.flatMap((issue) => issueFaults(issue)),
    );
    if (rest === undefined) return { faults };
    read = safeParse(Manifest, rest, { reportInput: true });
  }
  let manifest = mend(read.data, resolveUrls(read.data, baseUrl));
  // Ids first, so that a reference is checked against what is left; hotspots of one id last, so that a dropped one holds none.
  for (const rule of [uniqueProducts, fittingParts, uniqueParts]) {
    if (!manifest?.media.sources.length) return { faults };
    manifest = mend(manifest, rule(manifest));
  }
  if (!manifest) return { faults };

  const ordered = orderHotspots(manifest, (index) => positions.get('hotspots')?.[index] ?? index);
  note(ordered.faults);
  return { manifest: { ...manifest, hotspots: ordered.hotspots }, faults };
}
