import { ShoppableError } from '../errors.js';
import { droppable } from './droppable.js';
import { type Fault, showPlace } from './place.js';

export { showPlace };

/** How many places are named one by one: a file with the same mistake 10,000 times must not flood anybody. */
const MOST_NAMED = 50;

/** One warning of the code `manifest-warning` per place; after 50 one more with their number. */
export function warningsOf(faults: readonly Fault[]): ShoppableError[] {
  const warnings = faults
    .slice(0, MOST_NAMED)
    .map(({ place, rule }) => new ShoppableError('manifest-warning', { path: showPlace(place), detail: rule }));
  const more = faults.length - MOST_NAMED;
  if (more > 0) warnings.push(new ShoppableError('manifest-warning', { detail: `and ${more} more places` }));
  return warnings;
}

/** Names everything that stands in the way of playing, and of the rest as much as a person will read. */
export function unplayable(faults: readonly Fault[]): ShoppableError {
  const vital = ({ place }: Fault) => place[0] === 'media' || !droppable(place);
  const rest = faults.filter((fault) => !vital(fault)).slice(0, MOST_NAMED);
  const lines = [...faults.filter(vital), ...rest].map(
    ({ place, rule }) => `${showPlace(place) || 'the manifest'} ${rule}`,
  );
  return new ShoppableError('manifest-invalid', { detail: lines.join('; ') });
}
