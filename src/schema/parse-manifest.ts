import type { ShoppableError } from '../errors.js';
import { checkManifest } from './check-manifest.js';
import type { Manifest } from './manifest.js';
import { unplayable, warningsOf } from './manifest-errors.js';

/**
 * Reads a manifest. What is wrong is left out with a warning and the rest plays; `input` is never changed.
 * @param input the parsed JSON
 * @param baseUrl absolute; the manifest's own address, which its relative URLs are resolved against
 * @returns the manifest with defaults filled in, URLs absolute, hotspots by start; and one warning of the code
 *   `manifest-warning` per place, whose `path` is the place in the author's file (after 50 one more with their number)
 * @throws ShoppableError `manifest-invalid`, with every path in its message, when the rest cannot play
 */
export function parseManifest(input: unknown, baseUrl: string): { manifest: Manifest; warnings: ShoppableError[] } {
  const { manifest, faults } = checkManifest(input, baseUrl);
  if (!manifest) throw unplayable(faults);
  return { manifest, warnings: warningsOf(faults) };
}
