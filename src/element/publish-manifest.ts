import { ManifestLoadedEvent } from '../events/manifest-loaded.js';
import type { Manifest } from '../schema/manifest.js';
import { nextTask } from '../shared/next-task.js';
import { report } from './host-of.js';
import type { RawManifest } from './manifest-source.js';
import type { ShoppableVideo } from './shoppable-video.js';

/**
 * Checks a manifest, puts it into the player's state and tells the page what was left out of it.
 * @throws ShoppableError `manifest-invalid` when nothing of it can play; the signal's AbortError when the player has gone
 */
export async function publishManifest(
  element: ShoppableVideo,
  raw: RawManifest,
  parseManifest: typeof import('../schema/parse-manifest.js').parseManifest,
  signal: AbortSignal,
): Promise<Manifest> {
  await nextTask();
  signal.throwIfAborted();
  const { manifest, warnings } = parseManifest(raw.value, raw.baseUrl);
  for (const warning of warnings) report(element, warning);
  await nextTask();
  signal.throwIfAborted();
  const captionTracks = manifest.media.tracks.filter(({ kind }) => kind === 'captions');
  element.state.set({ manifest, captionTracks });
  element.dispatchEvent(new ManifestLoadedEvent(manifest, warnings));
  return manifest;
}
