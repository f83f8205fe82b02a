import { armOf, HOLDOUT } from '../experiment/arm-of.js';
import { NAMELESS } from './chances.js';
import type { Draw } from './draw.js';
import type { Arm, Video } from './shop/video.js';

/** Who is in front of a video, as every event of theirs says. */
export interface Identity {
  readonly viewerId?: string;
  readonly idScope: 'persistent' | 'none';
  readonly sessionId: string;
}

/** What a viewer sees of an experiment. */
export interface Assignment {
  readonly name?: { readonly experiment: string; readonly arm: string };
  /** Missing where there is no experiment. */
  readonly arm?: Arm;
  readonly isHeldOut: boolean;
}

/** Somebody new; without consent to an id some are nobody. */
export function someone(draw: Draw, atMs: number): Identity {
  const sessionId = draw.id(atMs);
  return draw.happens(NAMELESS)
    ? { idScope: 'none', sessionId }
    : { viewerId: draw.id(atMs), idScope: 'persistent', sessionId };
}

/** As the player assigns it: by the viewer's id, and the control to whoever has none. */
export function assign({ experiment }: Video, { viewerId }: Identity): Assignment {
  if (!experiment) return { isHeldOut: false };
  if (!viewerId) return { arm: experiment.arms[0], isHeldOut: false };
  const arm = armOf({ ...experiment, arms: [...experiment.arms] }, viewerId);
  const name = { experiment: experiment.id, arm };
  return { name, arm: experiment.arms.find(({ id }) => id === arm), isHeldOut: arm === HOLDOUT };
}
