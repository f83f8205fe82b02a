import { type Beacons, startBeacons } from '../beacon/index.js';
import type { Recorder } from '../beacon/recorder.js';
import type { Manifest } from '../schema/manifest.js';
import { safeUrl } from '../shared/url.js';
import type { Session } from './session.js';
import type { ShoppableVideo } from './shoppable-video.js';

/**
 * Starts the delivery of an element's beacons as its attributes say, once its manifest is there or cannot be had: it names
 * the view, and its name is all that is needed before playback. The checked one follows.
 */
export async function startElementBeacons(
  element: ShoppableVideo,
  recorder: Recorder,
  session: Session,
): Promise<Beacons> {
  await session.manifest().catch(() => {});
  const { raw, signal } = session;
  const words = (list: string | undefined) => list?.trim().split(/\s+/) ?? [];
  const formats = words(element.beaconFormat);
  const beacons = startBeacons({
    target: element,
    recorder,
    originMs: performance.timeOrigin,
    endpoints: words(element.beacon).flatMap((value, i) => {
      const url = safeUrl(value);
      return url ? [{ url, format: formats[i] }] : [];
    }),
    site: element.site ?? location.hostname,
    writeKey: element.writeKey,
    fields: { surface: element.surface, pageType: element.pageType },
    consent: element.consent,
    idScope: element.idScope,
    withArm: raw?.withArm,
    manifest: element.state.get().manifest ?? named(raw?.value),
    transport: element.beaconTransport,
  });
  signal.addEventListener('abort', () => beacons.stop());
  return beacons;
}

function named(raw: unknown): Manifest | undefined {
  const id = (raw as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? ({ products: [], ...(raw as object) } as unknown as Manifest) : undefined;
}
