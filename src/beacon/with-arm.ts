import type { BeaconEvent } from '../schema/beacon.js';
import type { Identity } from './identity.js';

/** The arm that a viewer is in. */
export type Assignment = Required<Pick<BeaconEvent, 'experiment' | 'arm' | 'viewerId'>>;

/** Puts the arm beside the ids of an event. */
export type WithArm = (ids: Identity) => Identity & Partial<Assignment>;

/**
 * The arm is told as long as the viewer is whose arm it is: after a denial it is another one, whom nobody has given any.
 * It comes with the experiment: a page without one pays for none of it.
 */
export const withArmOf =
  (assignment: Assignment): WithArm =>
  (ids) =>
    ids.viewerId === assignment.viewerId ? { ...ids, ...assignment } : ids;
