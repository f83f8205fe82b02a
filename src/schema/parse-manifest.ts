import { _safeParse, type $ZodIssue } from 'zod/v4/core';
import { ShoppableError } from '../errors.js';
import { droppable } from './droppable.js';
import { issueFaults } from './issue-faults.js';
import { leaveOut, originalPlace, type Positions } from './leave-out.js';
import { Manifest, type Manifest as Playable } from './manifest.js';
import { orderHotspots } from './manifest-order.js';
import { fittingParts, uniqueParts, uniqueProducts } from './manifest-rules.js';
import { resolveUrls } from './manifest-urls.js';
import { type Fault, type Place, showPlace } from './place.js';

/** zod's own error class would put all issues into its message as JSON; only the issues are wanted. */
const safeParse = _safeParse(
  class {
    constructor(readonly issues: $ZodIssue[]) {}
  } as never,
);

/** How many places are named one by one: a file with the same mistake 10,000 times must not flood anybody. */
const MOST_NAMED = 50;

/**
 * Reads a manifest. What is wrong is left out with a warning and the rest plays; `input` is never changed.
 * @param input the parsed JSON
 * @param baseUrl absolute; the manifest's own address, which its relative URLs are resolved against
 * @returns the manifest with defaults filled in, URLs absolute, hotspots by start; and one warning of the code
 *   `manifest-warning` per place, whose `path` is the place in the author's file (after 50 one more with their number)
 * @throws ShoppableError `manifest-invalid`, with every path in its message, when the rest cannot play
 */
export function parseManifest(input: unknown, baseUrl: string): { manifest: Playable; warnings: ShoppableError[] } {
  const positions: Positions = new Map();
  const known: Fault[] = [];

  const note = (faults: readonly Fault[]) => {
    for (const { place, rule } of faults) known.push({ place: originalPlace(place, positions), rule });
  };
  const mend = <T>(value: T, faults: readonly Fault[]): T => {
    if (!faults.length) return value;
    note(faults);
    const places = faults.map((fault) => (fault.unknown ? fault.place : droppable(fault.place)));
    if (!places.every((place) => place !== undefined)) throw unplayable(known);
    return leaveOut(value, places as Place[], positions);
  };

  let read = safeParse(Manifest, input, { reportInput: true });
  // Each round leaves at least one thing out, and a second round is only for what the first one uncovered.
  for (let rest = input; !read.success; read = safeParse(Manifest, rest, { reportInput: true })) {
    rest = mend(
      rest,
      read.error.issues.flatMap((issue) => issueFaults(issue)),
    );
  }
  let manifest = read.data;
  manifest = mend(manifest, resolveUrls(manifest, baseUrl));
  if (!manifest.media.sources.length) throw unplayable(known);
  // Ids first, so that a reference is checked against what is left; hotspots of one id last, so that a dropped one holds none.
  for (const rule of [uniqueProducts, fittingParts, uniqueParts]) manifest = mend(manifest, rule(manifest));

  const { hotspots, faults } = orderHotspots(manifest, (index) => positions.get('hotspots')?.[index] ?? index);
  note(faults);
  return { manifest: { ...manifest, hotspots }, warnings: toWarnings(known) };
}

function toWarnings(faults: readonly Fault[]): ShoppableError[] {
  const warnings = faults
    .slice(0, MOST_NAMED)
    .map(({ place, rule }) => new ShoppableError('manifest-warning', { path: showPlace(place), detail: rule }));
  const more = faults.length - MOST_NAMED;
  if (more > 0) warnings.push(new ShoppableError('manifest-warning', { detail: `and ${more} more places` }));
  return warnings;
}

/** Names everything that stands in the way of playing, and of the rest as much as a person will read. */
function unplayable(faults: readonly Fault[]): ShoppableError {
  const vital = ({ place }: Fault) => place[0] === 'media' || !droppable(place);
  const rest = faults.filter((fault) => !vital(fault)).slice(0, MOST_NAMED);
  const lines = [...faults.filter(vital), ...rest].map(
    ({ place, rule }) => `${showPlace(place) || 'the manifest'} ${rule}`,
  );
  return new ShoppableError('manifest-invalid', { detail: lines.join('; ') });
}
