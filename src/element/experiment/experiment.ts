import { type WithArm, withArmOf } from '../../beacon/with-arm.js';
import { ErrorEvent } from '../../events/error.js';
import { ExperimentAssignedEvent } from '../../events/experiment-assigned.js';
import { type Arm, armOf, HOLDOUT } from '../../experiment/arm-of.js';
import { checkArm } from '../../experiment/check-arm.js';
import { experimentFaults } from '../../experiment/faults.js';
import type { Fault, Place } from '../../schema/place.js';
import { errorOf } from '../../shared/error-of.js';
import { nextTask } from '../../shared/next-task.js';
import { warnOnce } from '../../shared/warn.js';
import type { RawManifest } from '../manifest-source.js';
import type { Session } from '../session.js';
import type { ShoppableVideo } from '../shoppable-video.js';
import { showPosterOnly } from './poster-only.js';
import { viewerOf } from './viewer.js';

type Check = typeof import('../../schema/check-manifest.js');

/**
 * Finds the viewer's arm of the manifest's experiment. A page whose manifest has none never loads this. All of it is decided
 * before the manifest is let in, so that no arm shows anything of another, and no media of another is asked for.
 * Each arm waits for the parser, not only those with a patch: what is compared must not begin at different times.
 * @returns the manifest as the arm has it; as the first arm has it for those who are outside the analysis
 * @throws AbortError for the holdout, which gets the poster alone
 */
export async function experiment(element: ShoppableVideo, raw: RawManifest, session: Session): Promise<RawManifest> {
  await whenLookedAt(session.signal);
  const parser: Check = await import('../../schema/check-manifest.js');
  await nextTask();
  parser.makeSchema();
  await nextTask();
  const { manifest, faults: own } = parser.checkManifest(raw.value, raw.baseUrl);
  // What is wrong with it is told when it is played.
  if (!manifest?.experiment) return raw;
  const given = manifest.experiment;
  const { id, arms } = given;
  const wrong = experimentFaults(given);
  if (wrong.length) {
    void tell(wrong);
    return raw;
  }

  const wanted = element.getAttribute('arm');
  const viewerId = wanted === null ? viewerOf(element) : undefined;
  const drawn = wanted ?? (viewerId && armOf(given, viewerId));
  /** The manifest as an arm has it; undefined where its patch breaks it, which is told. */
  const shownBy = (arm: Arm) => {
    const { value, faults } = checkArm(arm, raw.value, raw.baseUrl, own, parser.checkManifest);
    if (!faults.length) return { ...raw, value };
    void tell(faults, ['experiment', 'arms', arms.indexOf(arm), 'patch']);
    return undefined;
  };

  if (drawn === HOLDOUT) {
    const withArm = assign(HOLDOUT);
    return showPosterOnly(element, session, { ...raw, withArm });
  }
  const arm = arms.find((one) => one.id === drawn);
  const shown = arm && shownBy(arm);
  if (shown) return { ...shown, withArm: assign(arm.id) };
  if (wanted !== null && !arm) warnOnce(`arm ${wanted}`, `arm="${wanted}": the experiment ${id} has no such arm.`);
  const control = arms[0]!;
  const fallback = arm === control ? undefined : shownBy(control);
  element.dispatchEvent(new ExperimentAssignedEvent(id, control.id, false));
  return fallback ?? raw;

  function assign(armId: string): WithArm | undefined {
    element.dispatchEvent(new ExperimentAssignedEvent(id, armId, !!viewerId));
    return viewerId ? withArmOf({ experiment: id, arm: armId, viewerId }) : undefined;
  }

  /** One warning. What a patch breaks is named by its place in the patched manifest. */
  async function tell([first, ...more]: readonly Fault[], patch?: Place): Promise<void> {
    const { showPlace } = await import('../../schema/manifest-errors.js');
    const at = showPlace(first!.place);
    const rest = more.length ? `, and ${more.length} more` : '';
    const detail = `${patch ? `with it ${at} ` : ''}${first!.rule}${rest}; the first arm is shown, and not counted`;
    const error = await errorOf('manifest-warning', { path: patch ? showPlace(patch) : at, detail });
    warnOnce(error.message, error.message);
    element.dispatchEvent(new ErrorEvent(error));
  }
}

/** A page that is drawn ahead may never be looked at: nothing is stored for it, and nobody has a place, before it is. */
async function whenLookedAt(signal: AbortSignal): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true, signal }));
}
