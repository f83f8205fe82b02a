import type { ShoppableError } from '../errors.js';
import { ManifestLoadedEvent } from '../events/manifest-loaded.js';
import type { Manifest } from '../schema/manifest.js';
import { nextTask } from '../shared/next-task.js';
import { report } from './host-of.js';
import type { RawManifest } from './manifest-source.js';
import type { ShoppableVideo } from './shoppable-video.js';

const loadErrors = () => import('../schema/manifest-errors.js');

/**
 * Checks a manifest, puts it into the player's state and tells the page what was left out of it.
 * @throws ShoppableError `manifest-invalid` when nothing of it can play; the signal's AbortError when the player has gone
 */
export async function publishManifest(
  element: ShoppableVideo,
  raw: RawManifest,
  { makeSchema, checkManifest }: typeof import('../schema/check-manifest.js'),
  signal: AbortSignal,
): Promise<Manifest> {
  await nextTask();
  makeSchema();
  await nextTask();
  const { manifest, faults } = checkManifest(raw.value, raw.baseUrl);
  if (!manifest) throw (await loadErrors()).unplayable(faults);
  let warnings: ShoppableError[] = [];
  if (faults.length) {
    // What can be played is played, even where the words for the rest cannot be loaded.
    warnings = await loadErrors().then(
      ({ warningsOf }) => warningsOf(faults),
      () => warnings,
    );
    for (const warning of warnings) report(element, warning);
  }
  await nextTask();
  signal.throwIfAborted();
  const captionTracks = manifest.media.tracks.filter(({ kind }) => kind === 'captions');
  element.state.set({ manifest, captionTracks });
  element.dispatchEvent(new ManifestLoadedEvent(manifest, warnings));
  return manifest;
}
