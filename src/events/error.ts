import type { ShoppableError } from '../errors.js';
import { FactEvent } from './fact.js';

/** Something went wrong; `error.code` says what, and the reference has its cure. */
export class ErrorEvent extends FactEvent {
  constructor(readonly error: ShoppableError) {
    super('shoppable-error');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-error': ErrorEvent;
  }
}
