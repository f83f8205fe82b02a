import { FactEvent } from './fact.js';

/** The player can be used: its manifest is read and its media is attached. */
export class ReadyEvent extends FactEvent {
  constructor() {
    super('shoppable-ready');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-ready': ReadyEvent;
  }
}
