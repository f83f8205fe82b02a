import type { checkManifest } from '../schema/check-manifest.js';
import type { Fault } from '../schema/place.js';
import { applyPatch } from './apply-patch.js';
import type { Arm } from './arm-of.js';

/**
 * A manifest as an arm has it. What is wrong with the manifest by itself is no fault of the arm's.
 * @param value the manifest, unchecked
 * @param own what was found in it without the patch
 * @param check the parser, which is loaded on demand
 * @returns the patched manifest, unchecked as well, and what the patch breaks in it
 */
export function checkArm(
  { patch }: Arm,
  value: unknown,
  baseUrl: string,
  own: readonly Fault[],
  check: typeof checkManifest,
): { value: unknown; faults: Fault[] } {
  if (!patch) return { value, faults: [] };
  const patched = applyPatch(value, patch);
  const known = new Set(own.map((fault) => JSON.stringify(fault)));
  return {
    value: patched,
    faults: check(patched, baseUrl).faults.filter((fault) => !known.has(JSON.stringify(fault))),
  };
}
