import { FactEvent } from './fact.js';

/** The viewer has a place in the manifest's experiment, and the player is about to show that arm. */
export class ExperimentAssignedEvent extends FactEvent {
  constructor(
    readonly experiment: string,
    /** Its id; `holdout` for those who see the poster alone. */
    readonly arm: string,
    /** False outside the analysis: without consent, or where the page asked for the arm. The beacons then name none. */
    readonly counted: boolean,
  ) {
    super('shoppable-experiment-assigned');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-experiment-assigned': ExperimentAssignedEvent;
  }
}
